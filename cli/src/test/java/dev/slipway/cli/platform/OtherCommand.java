package dev.slipway.cli.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process that tries to lock a file, and says whether it was free. */
final class OtherCommand {
    private OtherCommand() {}

    /** Locks the file of the first argument. */
    public static void main(String[] arguments) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
            String found = channel.tryLock() == null ? "taken" : "free";
            System.out.writeBytes(found.getBytes(StandardCharsets.UTF_8));
        }
    }
}
