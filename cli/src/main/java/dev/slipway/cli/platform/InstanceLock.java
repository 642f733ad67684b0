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
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Lets one command at a time work on an installation, the others wait; a killed one leaves nothing locked. Whoever has
 * it must not open the file again: the system takes a lock away when its process closes the file by any descriptor.
 */
public final class InstanceLock implements AutoCloseable {
    private static final Waiting PATIENCE = Waiting.upTo(Duration.ofHours(4));
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Does the work of a command alone; while another command works, says which that is and waits. */
    public static void hold(Home home, String command, Consumer<String> waits, Runnable work) {
        InstanceLock lock = of(home, command, waits, PATIENCE);
        try {
            work.run();
        } finally {
            lock.close();
        }
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
        String text = "slipway %s (process %d)\n"
                .formatted(command, ProcessHandle.current().pid());
        channel.truncate(0).write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        Optional<Object> present = key(file(home));
        try (Stream<Path> open = Files.list(OPEN_FILES)) {
            return present.isPresent() && open.map(InstanceLock::key).anyMatch(present::equals);
        }
    }

    /** Which file it is, found without opening it. */
    private static Optional<Object> key(Path path) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (IOException gone) {
            return Optional.empty();
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

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
