package dev.slipway.cli.offlinepackage.image;

import java.util.List;
import java.util.Map;

/**
 * How a container of an image runs.
 *
 * @param entrypoint its command
 * @param user numeric user and group
 * @param ports ports it listens on
 * @param labels what is written on it
 */
public record ImageSettings(List<String> entrypoint, String user, List<Integer> ports, Map<String, String> labels) {
    static final String PATH = "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /** An image nothing is run of: only others stand on it. */
    public static ImageSettings none() {
        return new ImageSettings(List.of(), "", List.of(), Map.of());
    }
}
