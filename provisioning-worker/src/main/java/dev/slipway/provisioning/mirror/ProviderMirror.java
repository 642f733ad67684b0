package dev.slipway.provisioning.mirror;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.provisioning.workspace.WorkspaceProperties;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Keeps the providers of each package version that was used, as filesystem mirrors for Terraform. */
@Component
public final class ProviderMirror {
    private static final String INDEX = "index.json";

    private final Path folder;
    private final Makers makers;

    ProviderMirror(WorkspaceProperties properties) {
        this.folder = properties.directory().resolve("providers");
        this.makers = new Makers(properties.directory().resolve("makers"));
    }

    /**
     * Returns a mirror to remove hosts with: the one they were made with, else that of their package, else any. What
     * was made can be removed also when the package is gone.
     */
    public Path forRemoval(String clusterId, String packageUrl, String indexSha256, Runnable beat) {
        return makers.of(clusterId)
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .orElseGet(() -> {
                    try {
                        return of(packageUrl, indexSha256, beat);
                    } catch (ApplicationFailure gone) {
                        return newest().orElseThrow(() -> gone);
                    }
                });
    }

    /** Remembers with which mirror the hosts of a cluster are made. */
    public void remember(String clusterId, Path mirror) {
        makers.keep(clusterId, String.valueOf(mirror.getFileName()));
    }

    /** Forgets a cluster whose hosts are gone. */
    public void forget(String clusterId) {
        makers.forget(clusterId);
    }

    /**
     * Returns the mirror with the providers of a package; fetches them at the first time.
     *
     * @param indexSha256 digest of the index that plan-service verified
     * @param beat called again and again while it takes time
     */
    public Path of(String packageUrl, String indexSha256, Runnable beat) {
        if (indexSha256.isBlank()) {
            throw Failures.of(
                    FailureType.PACKAGE_UNREACHABLE,
                    "The offline package at %s is not verified (it moved, was found faulty, or is being verified): wait until it is online or verify it again, then retry the step."
                            .formatted(packageUrl));
        }
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

    private Optional<Path> newest() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var mirrors = Files.newDirectoryStream(folder, ProviderMirror::hasProviders)) {
            return StreamSupport.stream(mirrors.spliterator(), false)
                    .max(Comparator.comparingLong(mirror -> mirror.toFile().lastModified()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A draft of a run that died is no mirror, and a package may have no provider. */
    private static boolean hasProviders(Path mirror) {
        var files = mirror.toFile().list();
        return !mirror.getFileName().toString().startsWith(".") && files != null && files.length > 0;
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
