package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.checksum.Sha256;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of the server in a package's image.
 *
 * @param name its name beside the recipes
 * @param place where the image has it
 */
record ServerFile(String name, String place) {
    /** All of them, in the order in which a package's digest counts them. */
    static final List<ServerFile> ALL = List.of(
            new ServerFile("nginx.conf", "etc/slipway/nginx.conf"),
            new ServerFile("registry.yaml", "etc/slipway/registry.yaml"),
            new ServerFile("entrypoint.sh", "usr/local/bin/package-server"));

    Path in(Path recipes) {
        return recipes.resolve("server").resolve(name);
    }

    String digest(Path recipes) {
        return Sha256.of(in(recipes));
    }
}
