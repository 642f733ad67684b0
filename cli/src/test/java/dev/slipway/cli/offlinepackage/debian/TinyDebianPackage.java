package dev.slipway.cli.offlinepackage.debian;

import dev.slipway.cli.external.ExternalProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes Debian packages that hold one file and its documentation. */
final class TinyDebianPackage {
    private TinyDebianPackage() {}

    static Path make(Path folder, String name) throws IOException {
        Path root = Files.createDirectories(folder.resolve(name));
        Path control = Files.createDirectory(root.resolve("DEBIAN")).resolve("control");
        Files.writeString(control, """
                Package: %s
                Version: 1.0-1
                Architecture: amd64
                Maintainer: Nobody <nobody@example.org>
                Description: a test
                """.formatted(name));
        Path program = root.resolve("usr/bin").resolve(name);
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\n");
        Path manual = root.resolve("usr/share/doc").resolve(name);
        Files.createDirectories(manual.getParent());
        Files.writeString(manual, "read me");
        Path file = folder.resolve(name + "_1.0-1_amd64.deb");
        ExternalProgram.of("dpkg-deb", "--build", root.toString(), file.toString())
                .run();
        return file;
    }
}
