package dev.slipway.cli.platform;

import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.waiting.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/** Lets one command at a time work on an installation, the others wait; a killed one leaves nothing locked. */
public final class InstanceLock implements AutoCloseable {
    private static final Waiting PATIENCE = Waiting.upTo(Duration.ofHours(4));

    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock for a command; while another has it, says which that is and waits. */
    public static InstanceLock of(Home home, String command, Consumer<String> waits) {
        return of(home, command, waits, PATIENCE);
    }

    static InstanceLock of(Home home, String command, Consumer<String> waits, Waiting patience) {
        try {
            FileChannel channel = locked(home, waits, patience);
            while (!isStill(home, channel, command)) {
                channel.close();
                channel = locked(home, waits, patience);
            }
            return new InstanceLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who waits makes no folder again that a purge is removing: it waits for the file that was there first. */
    private static FileChannel locked(Home home, Consumer<String> waits, Waiting patience) throws IOException {
        PrivateFiles.folder(home.data());
        PrivateFiles.folder(home.run());
        FileChannel channel = FileChannel.open(file(home), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!locked(channel)) {
                String holder = holder(home);
                waits.accept("waiting until " + holder + " has ended");
                patience.until(
                        () -> locked(channel),
                        () -> new ProblemException(
                                "Another command does not end: " + holder,
                                "end it with Ctrl-C or kill, then try again"));
            }
            return channel;
        } catch (RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean locked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException anotherThread) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A purge removes the file that others wait for: who gets that one has locked nothing. */
    private static boolean isStill(Home home, FileChannel channel, String command) throws IOException {
        String text = "slipway %s (process %d)\n%s\n"
                .formatted(command, ProcessHandle.current().pid(), UUID.randomUUID());
        channel.truncate(0).write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        try {
            return Files.readString(file(home)).equals(text);
        } catch (NoSuchFileException purged) {
            return false;
        }
    }

    private static String holder(Home home) {
        try (var lines = Files.lines(file(home))) {
            return lines.findFirst().orElse("another slipway command");
        } catch (IOException purged) {
            return "another slipway command";
        }
    }

    private static Path file(Home home) {
        return home.run().resolve("lock");
    }

    /** Whether it was kept until now. */
    public boolean stillHeld() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
