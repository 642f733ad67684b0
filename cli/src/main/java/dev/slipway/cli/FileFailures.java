package dev.slipway.cli;

import dev.slipway.cli.failure.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells failures of files as a person can put them right: the system's own words are only a path, or only a reason. */
final class FileFailures {
    private static final String FULL = "No space left on device";

    private FileFailures() {}

    /** What is wrong when the failure comes from a file that is closed to us or from a full disk. */
    static Optional<ProblemException> problem(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> ofCause(cause).stream())
                .findFirst();
    }

    private static Optional<ProblemException> ofCause(Throwable cause) {
        if (cause instanceof FileSystemException denied && isDenied(denied)) {
            return Optional.of(closed(denied));
        }
        return cause instanceof IOException
                        && String.valueOf(cause.getMessage()).contains(FULL)
                ? Optional.of(full(cause))
                : Optional.empty();
    }

    /** Who may use a file may still not change its permissions: that is a failure of another kind. */
    private static boolean isDenied(FileSystemException failure) {
        return failure instanceof AccessDeniedException || "Operation not permitted".equals(failure.getReason());
    }

    private static ProblemException closed(FileSystemException denied) {
        String file = String.valueOf(denied.getFile());
        return new ProblemException(
                "%s may not read or write %s".formatted(System.getProperty("user.name"), file),
                denied,
                "run slipway as the user who owns it" + owner(Path.of(file)),
                "see whose it is: ls -ld " + file);
    }

    private static ProblemException full(Throwable cause) {
        Optional<String> file =
                cause instanceof FileSystemException failed ? Optional.ofNullable(failed.getFile()) : Optional.empty();
        return new ProblemException(
                file.map(path -> "The disk of %s is full".formatted(path)).orElse("A disk is full"),
                cause,
                "free some space, and run it again; see how full the disks are: df -h");
    }

    /** The owner of the file or, where that cannot be seen, of the closest folder above it. */
    private static String owner(Path file) {
        return Stream.<Path>iterate(file, place -> place != null, Path::getParent)
                .flatMap(place -> ownerOf(place).stream())
                .findFirst()
                .map(owner -> ": " + owner)
                .orElse("");
    }

    private static Optional<String> ownerOf(Path file) {
        try {
            return Optional.of(Files.getOwner(file).getName());
        } catch (IOException e) {
            // Closed to us as well, or not there yet.
            return Optional.empty();
        }
    }
}
