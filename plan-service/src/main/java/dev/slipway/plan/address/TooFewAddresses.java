package dev.slipway.plan.address;

import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Tells that a zone has no address left. */
public final class TooFewAddresses extends ProblemException {
    private static final long serialVersionUID = 1L;

    TooFewAddresses(String zone, int wanted, int free) {
        super(
                HttpStatus.CONFLICT,
                "too-few-addresses",
                "Too few addresses",
                "Zone %s has %d free addresses and %d are needed: widen its range or use another zone."
                        .formatted(zone, free, wanted),
                List.of());
    }
}
