package dev.slipway.installation.ansible;

import dev.slipway.toolkit.process.WorkerMark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes run directories, on a memory file system where there is one, and removes those kept long enough. */
@Component
final class RunDirectories {
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path parent;
    private final AnsibleProperties properties;
    private final Clock clock;

    RunDirectories(AnsibleProperties properties, Clock clock) {
        this.parent = properties.runs() == null ? standardParent() : properties.runs();
        this.properties = properties;
        this.clock = clock;
    }

    private static Path standardParent() {
        Path base = Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
        return base.resolve("slipway-" + System.getProperty("user.name").toLowerCase(Locale.ROOT));
    }

    /** Returns what marks the programs of the workers that run here. */
    WorkerMark mark() {
        return new WorkerMark(parent);
    }

    /** One at a time, as phases that begin together would remove the same old runs. */
    synchronized RunDirectory create(String name) {
        removeOld(RunDirectories::isAlive);
        return RunDirectory.create(parent, name);
    }

    /** Removes what workers before this one left; called before its first run, so no run here is its own. */
    synchronized void removeLeft() {
        long own = ProcessHandle.current().pid();
        removeOld(worker -> worker != own && isAlive(worker));
    }

    private static boolean isAlive(long worker) {
        return ProcessHandle.of(worker).isPresent();
    }

    private void removeOld(LongPredicate alive) {
        if (Files.isDirectory(parent)) {
            Instant limit = clock.instant().minus(properties.keepFailed());
            try (Stream<Path> runs = Files.list(parent)) {
                for (Path run : runs.toList()) {
                    RunDirectory.removeSecretsOfTheDead(run, alive);
                    if (isOlder(run, limit)) {
                        RunDirectory.remove(run);
                    }
                }
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }

    private static boolean isOlder(Path run, Instant limit) {
        try {
            return Files.getLastModifiedTime(run).toInstant().isBefore(limit);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }
}
