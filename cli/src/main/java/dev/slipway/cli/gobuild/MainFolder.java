package dev.slipway.cli.gobuild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Go files of a main package of our own. */
final class MainFolder {
    private MainFolder() {}

    static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".go"))
                    .sorted()
                    .toList();
        }
    }
}
