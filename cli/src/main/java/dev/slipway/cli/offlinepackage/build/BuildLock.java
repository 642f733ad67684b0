package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.waiting.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one build at a time use the cache, the others wait; freed by the system when its process dies. */
record BuildLock(FileChannel channel) implements AutoCloseable {
    static BuildLock take(Path folder, Waiting patience, Runnable waits) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!taken(channel)) {
                waits.run();
                patience.until(() -> taken(channel), BuildLock::late);
            }
            return new BuildLock(channel);
        } catch (RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean taken(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException late() {
        return new ProblemException(
                "Another build of packages does not end", "see which: pgrep -af slipway", "end it, and try again");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
