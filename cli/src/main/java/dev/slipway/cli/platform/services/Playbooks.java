package dev.slipway.cli.platform.services;

import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.files.Whole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Ansible project as the running install-worker has it: a copy, as the checkout changes under a cluster that is
 * being made, and may be gone when one has to be reset.
 */
public final class Playbooks {
    private static final String PREFIX = "ansible-";
    private static final int DIGITS = 16;
    /** What no playbook needs, and what Python leaves behind. */
    private static final Set<String> LEFT_OUT = Set.of("tests", "README.md", "__pycache__");

    private final Path source;
    private final Path folder;

    /** Playbooks of the checkout, copied below the installation's own data. */
    public Playbooks(Path checkout, Path data) {
        this.source = checkout.resolve("infra/ansible");
        this.folder = data.resolve("services");
    }

    /** The copy of what the checkout has now, made unless it was before. */
    public Path project() {
        List<Path> files = files();
        return Whole.folder(folder.resolve(PREFIX + digest(files)), target -> copy(files, target));
    }

    /** Deletes the copies beside the given one. */
    static void deleteOthers(Path project) {
        try (Stream<Path> folders = Files.list(project.resolveSibling(""))) {
            folders.filter(other -> other.getFileName().toString().startsWith(PREFIX))
                    .filter(other -> !other.getFileName().equals(project.getFileName()))
                    .toList()
                    .forEach(PrivateFiles::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() {
        try (Stream<Path> found = Files.walk(source)) {
            return found.filter(Files::isRegularFile)
                    .map(source::relativize)
                    .filter(Playbooks::isNeeded)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNeeded(Path file) {
        return !LEFT_OUT.contains(file.getName(0).toString())
                && !LEFT_OUT.contains(
                        file.getName(Math.max(0, file.getNameCount() - 2)).toString());
    }

    private String digest(List<Path> files) {
        try {
            MessageDigest digest = Sha256.digest();
            for (Path file : files) {
                byte[] content = Files.readAllBytes(source.resolve(file));
                digest.update("%s %d\n".formatted(file, content.length).getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(List<Path> files, Path target) throws IOException {
        for (Path file : files) {
            Path copy = target.resolve(file);
            Files.createDirectories(copy.resolveSibling(""));
            Files.copy(source.resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
