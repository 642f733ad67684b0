package dev.slipway.cli.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is free on a machine. */
public interface MachineFacts {
    /** Free bytes on the disk of a folder. */
    long freeDisk(Path folder);

    /** Bytes of memory that programs can have. */
    long availableMemory();

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
            public long availableMemory() {
                return MemoryInformation.available(Path.of("/proc/meminfo"));
            }
        };
    }
}
