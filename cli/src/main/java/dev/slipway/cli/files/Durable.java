package dev.slipway.cli.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What is on the disk before it gets the name that says it is whole: a machine may lose power at any time. */
public final class Durable {
    private Durable() {}

    /** Moves a file or folder, which is then under its new name with all it holds; what has that name is replaced. */
    public static void move(Path from, Path to) throws IOException {
        forceTree(from);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceParent(to);
    }

    /** Gives a file a name unless another has that by now. */
    static void nameFirst(Path file, Path name) throws IOException {
        forceTree(file);
        try {
            // Unlike a move, a link never takes the place of what is there.
            Files.createLink(name, file);
            forceParent(name);
        } catch (FileAlreadyExistsException e) {
            forceTree(name);
        }
    }

    private static void forceTree(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return;
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            List<Path> entries;
            try (var listed = Files.list(path)) {
                entries = listed.toList();
            }
            for (Path entry : entries) {
                forceTree(entry);
            }
        }
        force(path);
    }

    private static void forceParent(Path path) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            force(parent);
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
