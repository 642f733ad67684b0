package dev.slipway.cli.offlinepackage.debian;

import java.nio.file.Path;

/**
 * The file of a Debian package, whose name tells what it is.
 *
 * @param path where it is
 */
public record DebianFile(Path path) {
    /** The package's name. */
    public String packageName() {
        return part(0);
    }

    /** The package's version, without its epoch. */
    public String version() {
        return part(1);
    }

    private String part(int number) {
        return path.getFileName().toString().split("_", -1)[number];
    }
}
