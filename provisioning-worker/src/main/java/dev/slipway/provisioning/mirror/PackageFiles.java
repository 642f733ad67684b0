package dev.slipway.provisioning.mirror;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.toolkit.temporal.Failures;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Fetches files of a package, and believes none whose digest is not the one expected. */
final class PackageFiles {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int CHUNK = 1 << 20;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI base;
    private final Runnable beat;

    PackageFiles(String packageUrl, Runnable beat) {
        this.base = URI.create(packageUrl.endsWith("/") ? packageUrl : packageUrl + "/");
        this.beat = beat;
    }

    void fetch(String path, String sha256, Path target) {
        var request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build();
        try {
            var response = client.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() != OK) {
                throw unreachable("answers " + response.statusCode() + " for " + path, null);
            }
            if (!copy(response.body(), target).equals(sha256)) {
                throw Failures.of(
                        FailureType.PACKAGE_DAMAGED,
                        path + " of " + base + " is not what its signed index says; build or load the package again.");
            }
        } catch (IOException e) {
            throw unreachable("does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while fetching " + path);
        }
    }

    private RuntimeException unreachable(String what, @Nullable Throwable cause) {
        return Failures.of(
                FailureType.PACKAGE_UNREACHABLE,
                "The offline package at " + base + " " + what + "; see whether it runs.",
                null,
                cause);
    }

    private String copy(InputStream body, Path target) throws IOException {
        var digest = sha256();
        try (body;
                var file = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            for (var chunk = body.readNBytes(CHUNK); chunk.length > 0; chunk = body.readNBytes(CHUNK)) {
                file.write(chunk);
                beat.run();
            }
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
