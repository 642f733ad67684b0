package dev.slipway.cli.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder that is filled beside its place and appears there at once, when it is whole. */
public final class StagedFolder {
    private StagedFolder() {}

    /** Lets the work fill a folder and then moves it to the target; whoever was first wins. */
    public static void publish(Path target, Filling filling) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path staging = Files.createTempDirectory(target.toAbsolutePath().getParent(), ".building-");
        try {
            filling.fill(staging);
            Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
        } finally {
            delete(staging);
        }
    }

    /** Deletes a folder and everything in it, if it is there. */
    public static void delete(Path folder) throws IOException {
        FolderTree.delete(folder);
    }

    /** Fills a folder. */
    @FunctionalInterface
    public interface Filling {
        /** Writes into the folder. */
        void fill(Path staging) throws IOException;
    }
}
