package dev.slipway.plan.ipv4;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * Addresses from the first to the last, both with it. As it comes out of requests, it may be no range at all: look at
 * {@link #isValid()} before anything else.
 */
@JsonIgnoreProperties("valid")
public record AddressRange(
        @Schema(description = "IPv4 address", requiredMode = RequiredMode.REQUIRED)
        String first,

        @Schema(description = "IPv4 address, not before the first", requiredMode = RequiredMode.REQUIRED)
        String last) {
    /** Returns whether both ends are addresses in this order. */
    public boolean isValid() {
        var from = Ipv4.parse(first);
        var to = Ipv4.parse(last);
        return from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) <= 0;
    }

    /** Returns whether the address is in the range. */
    public boolean contains(Ipv4 address) {
        return from() <= address.number() && address.number() <= to();
    }

    /** Returns whether all addresses of the other range are in this one. */
    public boolean contains(AddressRange other) {
        return from() <= other.from() && other.to() <= to();
    }

    /** Returns whether the ranges share an address. */
    public boolean overlaps(AddressRange other) {
        return from() <= other.to() && other.from() <= to();
    }

    /** Returns the number of addresses. */
    public long size() {
        return to() - from() + 1;
    }

    private long from() {
        return Ipv4.of(first).number();
    }

    private long to() {
        return Ipv4.of(last).number();
    }

    @Override
    public String toString() {
        return first + " to " + last;
    }
}
