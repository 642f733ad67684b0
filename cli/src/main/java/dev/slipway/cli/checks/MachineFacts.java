package dev.slipway.cli.checks;

import dev.slipway.cli.docker.Docker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is free on a machine. */
public interface MachineFacts {
    /** Free bytes on the disk of a folder. */
    long freeDisk(Path folder);

    /** Bytes of memory that programs can have. */
    long availableMemory();

    /** Where Docker keeps images and volumes; empty when there is no engine, or it is another machine's. */
    Optional<Path> dockerFolder();

    /** The facts of this machine. */
    static MachineFacts ofThisMachine() {
        return new MachineFacts() {
            @Override
            public long freeDisk(Path folder) {
                try {
                    return Files.getFileStore(folder).getUsableSpace();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public Optional<Path> dockerFolder() {
                return new Docker().folder().filter(Files::exists);
            }

            @Override
            public long availableMemory() {
                return MemoryInformation.available(Path.of("/proc/meminfo"));
            }
        };
    }
}
