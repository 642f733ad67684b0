package dev.slipway.plan.reference;

/**
 * Something that uses something else.
 *
 * @param kind what people call such a thing, as "host"
 */
public record Reference(String kind, String name) {
    @Override
    public String toString() {
        return kind + " " + name;
    }
}
