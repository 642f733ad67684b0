package dev.slipway.cli.offlinepackage.debian;

import dev.slipway.cli.external.ExternalProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fetches packages with all they depend on, as if nothing at all were installed: so the result is enough for any Debian
 * 12, however small. The machine's own packages and lists stay untouched.
 */
public final class PackageClosure {
    private final DebianSources sources;
    private final DebianLock lock;
    private final Consumer<String> notes;

    /** A closure over the given sources, of the versions in the lock; what differs from it is noted. */
    public PackageClosure(DebianSources sources, DebianLock lock, Consumer<String> notes) {
        this.sources = sources;
        this.lock = lock;
        this.notes = notes;
    }

    /** The packages and their dependencies, fetched into a folder, sorted by name. */
    public List<Path> fetch(List<String> packages, Path folder) throws IOException {
        List<Path> archives = archives(packages, folder);
        List<String> differences = lock.differences(archives);
        if (!differences.isEmpty()) {
            notes.accept(
                    "not the tested versions, which are served no longer: %s; test them and run: slipway package lock"
                            .formatted(String.join(", ", differences)));
        }
        return renamed(archives);
    }

    /** The files as apt names them. */
    public List<Path> archives(List<String> packages, Path folder) throws IOException {
        Path state = Files.createDirectories(folder.resolve("state"));
        Path archives = folder.resolve("cache/archives");
        Files.createDirectories(state.resolve("lists/partial"));
        Files.createDirectories(archives.resolve("partial"));
        Files.write(state.resolve("status"), new byte[0]);
        ExternalProgram apt = apt(folder, state);
        apt.and(List.of("update")).run();
        apt.and(List.of("install", "--yes", "--download-only")).and(packages).run();
        try (var files = Files.list(archives)) {
            return files.filter(path -> path.toString().endsWith(".deb")).toList();
        }
    }

    private ExternalProgram apt(Path folder, Path state) throws IOException {
        List<String> settings = new ArrayList<>(List.of(
                "Dir::State=" + state,
                "Dir::State::status=" + state.resolve("status"),
                "Dir::Cache=" + folder.resolve("cache"),
                "APT::Architecture=amd64",
                "APT::Architectures=amd64",
                "APT::Install-Recommends=false",
                "APT::Sandbox::User=root",
                "Debug::NoLocking=true"));
        Path preferences = Files.writeString(folder.resolve("preferences"), lock.preferences());
        settings.addAll(List.of("Dir::Etc::preferences=" + preferences, "Dir::Etc::preferencesparts=/dev/null"));
        ExternalProgram apt = ExternalProgram.of("apt-get").and(sources.options(folder));
        for (String setting : settings) {
            apt = apt.and(List.of("-o", setting));
        }
        return apt.with("DEBIAN_FRONTEND", "noninteractive").with("LC_ALL", "C");
    }

    /** Files without the epoch in their names: it is written with a percent sign, which web servers decode. */
    private static List<Path> renamed(List<Path> archives) throws IOException {
        List<Path> result = new ArrayList<>();
        for (Path file : archives) {
            String name = file.getFileName().toString().replaceFirst("_[0-9]+%3a", "_");
            result.add(Files.move(file, file.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING));
        }
        result.sort(null);
        return result;
    }
}
