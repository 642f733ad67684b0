package dev.slipway.provisioning.mirror;

import dev.slipway.provisioning.workspace.WorkspaceProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Keeps the providers of each package version that was used, as filesystem mirrors for Terraform. */
@Component
public final class ProviderMirror {
    private static final String INDEX = "index.json";

    private final Path folder;

    ProviderMirror(WorkspaceProperties properties) {
        this.folder = properties.directory().resolve("providers");
    }

    /**
     * Returns the mirror with the providers of a package; fetches them at the first time.
     *
     * @param indexSha256 digest of the index that plan-service verified
     * @param beat called again and again while it takes time
     */
    public Path of(String packageUrl, String indexSha256, Runnable beat) {
        var mirror = folder.resolve(indexSha256);
        try {
            if (!Files.isDirectory(mirror)) {
                fetch(new PackageFiles(packageUrl, beat), indexSha256, mirror);
            }
            return mirror;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the providers of " + packageUrl, e);
        }
    }

    /** Works beside the mirror and moves it there when it is whole. */
    private void fetch(PackageFiles files, String indexSha256, Path mirror) throws IOException {
        Files.createDirectories(folder);
        var draft = Files.createTempDirectory(folder, ".draft-");
        try {
            var index = draft.resolve(INDEX);
            files.fetch(INDEX, indexSha256, index);
            var whole = Files.createDirectory(draft.resolve("mirror"));
            for (var provider : PackageIndex.read(Files.readAllBytes(index)).providers()) {
                var zip = draft.resolve("provider.zip");
                files.fetch(provider.path(), provider.sha256(), zip);
                ProviderArchive.at(provider.path()).unpack(zip, whole);
            }
            publish(whole, mirror);
        } finally {
            FileSystemUtils.deleteRecursively(draft);
        }
    }

    /** Another run may have been faster; its mirror has the same digest. */
    private static void publish(Path whole, Path mirror) throws IOException {
        if (!Files.isDirectory(mirror)) {
            Files.move(whole, mirror, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
