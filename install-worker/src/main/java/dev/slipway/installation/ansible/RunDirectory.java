package dev.slipway.installation.ansible;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The private folder of one run of a playbook: 0700, its files 0600. */
final class RunDirectory {
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final String SECRETS = "secrets";
    private static final Pattern OWNER = Pattern.compile(".*-(\\d{1,10})-[^-]*");

    private final Path path;

    private RunDirectory(Path path) {
        this.path = path;
    }

    static RunDirectory create(Path parent, String prefix) {
        try {
            Files.createDirectories(parent, PRIVATE_FOLDER);
            requireOwn(parent);
            var owner = prefix + "-" + ProcessHandle.current().pid() + "-";
            var directory = new RunDirectory(Files.createTempDirectory(parent, owner, PRIVATE_FOLDER));
            Files.createDirectory(directory.path.resolve(SECRETS), PRIVATE_FOLDER);
            return directory;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The parent may lie where everybody may make folders. */
    private static void requireOwn(Path parent) throws IOException {
        if (!Files.getOwner(parent, LinkOption.NOFOLLOW_LINKS).getName().equals(System.getProperty("user.name"))) {
            throw new IOException(parent + " belongs to somebody else");
        }
    }

    Path path() {
        return path;
    }

    Path write(String name, String text) {
        return write(path.resolve(name), text);
    }

    /** Writes a file that goes even when the rest of a failed run is kept. */
    Path writeSecret(String name, String text) {
        return write(path.resolve(SECRETS).resolve(name), text);
    }

    private static Path write(Path file, String text) {
        try {
            Files.createFile(file, PRIVATE_FILE);
            return Files.writeString(file, text);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    void remove() {
        remove(path);
    }

    void removeSecrets() {
        remove(path.resolve(SECRETS));
    }

    /** Removes the secrets of a run whose worker died before it could. */
    static void removeSecretsOfTheDead(Path run, LongPredicate alive) {
        var owner = OWNER.matcher(run.getFileName().toString());
        if (owner.matches() && !alive.test(Long.parseLong(owner.group(1)))) {
            remove(run.resolve(SECRETS));
        }
    }

    static void remove(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
