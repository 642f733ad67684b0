package dev.slipway.provisioning.mirror;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.toolkit.http.WholeAnswer;
import dev.slipway.toolkit.temporal.Failures;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Fetches files of a package, and believes none whose digest is not the one expected. */
final class PackageFiles {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI base;
    private final Runnable beat;
    private final Duration patience;

    PackageFiles(String packageUrl, Runnable beat) {
        this(packageUrl, beat, PATIENCE);
    }

    /**
     * Reads a package.
     *
     * @param beat called again and again while it takes time
     * @param patience how long a package may be silent
     */
    PackageFiles(String packageUrl, Runnable beat, Duration patience) {
        this.patience = patience;
        this.base = URI.create(packageUrl.endsWith("/") ? packageUrl : packageUrl + "/");
        this.beat = beat;
    }

    void fetch(String path, String sha256, Path target) {
        var request = HttpRequest.newBuilder(base.resolve(path)).build();
        try {
            var response = download(request, target);
            if (response.statusCode() != OK) {
                throw unreachable("answers " + response.statusCode() + " for " + path, null);
            }
            if (!digestOf(target).equals(sha256)) {
                throw Failures.of(
                        FailureType.PACKAGE_DAMAGED,
                        path + " of " + base
                                + " is not what its signed index says; build or load the package again, then retry the step.");
            }
        } catch (IOException e) {
            throw unreachable("does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while fetching " + path);
        }
    }

    /** As long as bytes come it may take its time; who falls silent in the middle is given up. */
    private HttpResponse<Path> download(HttpRequest request, Path target) throws IOException, InterruptedException {
        beat.run();
        var came = new AtomicLong();
        return WholeAnswer.of(client, request, BodyHandlers.ofFile(target), patience, () -> {
            beat.run();
            var size = target.toFile().length();
            return size > came.getAndSet(size);
        });
    }

    private RuntimeException unreachable(String what, @Nullable Throwable cause) {
        return Failures.of(
                FailureType.PACKAGE_UNREACHABLE,
                "The offline package at " + base + " " + what + "; see whether it runs, then retry the step.",
                null,
                cause);
    }

    private static String digestOf(Path file) throws IOException {
        var digest = sha256();
        try (var content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
