package dev.slipway.cli.offlinepackage.debian;

import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.cli.files.StagedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Packages unpacked into one folder: only what programs need to run, no documentation, no scripts run. */
public final class RootFileSystem {
    private static final List<String> UNNEEDED =
            List.of("usr/share/doc", "usr/share/man", "usr/share/locale", "usr/share/lintian", "usr/share/bug");

    private RootFileSystem() {}

    /** Unpacks the packages and adds the symbolic links. */
    public static void unpack(List<Path> packages, Map<String, String> links, Path folder) throws IOException {
        for (Path file : packages) {
            ExternalProgram.of("dpkg-deb", "--extract", file.toString(), folder.toString())
                    .run();
        }
        for (String unneeded : UNNEEDED) {
            StagedFolder.delete(folder.resolve(unneeded));
        }
        for (Map.Entry<String, String> link : links.entrySet()) {
            Path path = folder.resolve(link.getKey().substring(1));
            Files.createDirectories(path.getParent());
            Files.deleteIfExists(path);
            Files.createSymbolicLink(path, Path.of(link.getValue()));
        }
    }
}
