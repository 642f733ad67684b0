package dev.slipway.cli.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder that is filled beside its place and appears there at once, when it is whole. */
public final class StagedFolder {
    private static final String PREFIX = ".building-";
    private static final Pattern NAME = Pattern.compile(Pattern.quote(PREFIX) + "(\\d+)-.*");

    private StagedFolder() {}

    /** Lets the work fill a folder and then moves it to the target; whoever was first wins. */
    public static void publish(Path target, Filling filling) throws IOException {
        Path staging = in(FolderTree.parentOf(target));
        try {
            filling.fill(staging);
            Durable.move(staging, target);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
        } finally {
            delete(staging);
        }
    }

    /** A new folder below another for the work of this process; what killed processes have left there goes. */
    public static Path in(Path parent) throws IOException {
        Files.createDirectories(parent);
        for (Path left : left(parent)) {
            deleteIfThere(left);
        }
        return Files.createTempDirectory(
                parent, PREFIX + ProcessHandle.current().pid() + "-");
    }

    /** Takes a folder away at once, whether or not its removal comes to an end. */
    public static void forget(Path target) throws IOException {
        if (Files.exists(target)) {
            Path away = in(FolderTree.parentOf(target));
            Durable.move(target, away.resolve("forgotten"));
            delete(away);
        }
    }

    /** Deletes a folder and everything in it, if it is there. */
    public static void delete(Path folder) throws IOException {
        FolderTree.delete(folder);
    }

    private static List<Path> left(Path parent) throws IOException {
        try (var entries = Files.list(parent)) {
            return entries.filter(StagedFolder::isLeft).toList();
        }
    }

    private static boolean isLeft(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        return name.matches()
                && ProcessHandle.of(Long.parseLong(name.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }

    private static void deleteIfThere(Path folder) throws IOException {
        try {
            delete(folder);
        } catch (NoSuchFileException anotherDeletesItToo) {
            Files.deleteIfExists(folder);
        }
    }

    /** Fills a folder. */
    @FunctionalInterface
    public interface Filling {
        /** Writes into the folder. */
        void fill(Path staging) throws IOException;
    }
}
