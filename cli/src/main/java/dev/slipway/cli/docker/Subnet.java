package dev.slipway.cli.docker;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The IPv4 addresses of a network.
 *
 * @param first the lowest address as a number
 * @param length how many leading bits all addresses share
 */
record Subnet(long first, int length) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}/\\d{1,2}");

    /** Whether the text is a subnet of this kind; networks may have ones of version 6 too. */
    static boolean is(String text) {
        return FORM.matcher(text).matches();
    }

    static Subnet of(String text) {
        int slash = text.indexOf('/');
        long address = Arrays.stream(text.substring(0, slash).split("\\.", -1))
                .mapToLong(Long::parseLong)
                .reduce(0, (number, part) -> number << 8 | part);
        return new Subnet(address, Integer.parseInt(text.substring(slash + 1)));
    }

    /** Whether an address can be of both. */
    boolean overlaps(Subnet other) {
        int others = Integer.SIZE - Math.min(length, other.length);
        return first >> others == other.first >> others;
    }
}
