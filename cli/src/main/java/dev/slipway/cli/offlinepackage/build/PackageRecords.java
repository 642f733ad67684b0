package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.files.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of packages that were built on this machine.
 *
 * @param folder where it is kept
 */
public record PackageRecords(Path folder) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The records kept in these folders. */
    public static PackageRecords in(PackageFolders folders) {
        return new PackageRecords(folders.records());
    }

    /** All of them, by name. */
    public List<PackageRecord> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(PackageRecords::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<PackageRecord> find(String name) {
        return list().stream().filter(known -> known.name().equals(name)).findFirst();
    }

    void save(PackageRecord built) throws IOException {
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, built.name(), ".new");
        Files.write(temporary, JSON.writeValueAsBytes(built));
        Durable.move(temporary, folder.resolve(built.name() + ".json"));
    }

    private static PackageRecord read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), PackageRecord.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
