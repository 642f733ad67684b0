package dev.slipway.installation.offline;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.toolkit.http.WholeAnswer;
import dev.slipway.toolkit.temporal.Failures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Fetches package indexes and accepts only the bytes whose digest plan-service verified. */
@Component
public final class PackageIndexes {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final JsonMapper mapper = JsonMapper.builder().build();

    /** Returns the index of the package this installation uses. */
    public PackageIndex of(InstallationRequest installation) {
        requireVerified(installation);
        byte[] bytes = fetch(installation.packageUrl());
        if (!sha256(bytes).equals(installation.packageIndexSha256())) {
            throw Failures.of(
                    FailureType.PACKAGE_DAMAGED,
                    "The index of the package at %s is not the one plan-service verified: check the package again, then retry the step."
                            .formatted(installation.packageUrl()));
        }
        return mapper.readValue(bytes, PackageIndex.class);
    }

    /** Without a digest nobody said yet that the package is right: that is no fault of the package. */
    private static void requireVerified(InstallationRequest installation) {
        if (installation.packageIndexSha256().isBlank()) {
            throw Failures.of(
                    FailureType.PACKAGE_UNREACHABLE,
                    "The offline package at %s is not verified (it moved, was found faulty, or is being verified): wait until it is online or verify it again, then retry the step."
                            .formatted(installation.packageUrl()));
        }
    }

    private byte[] fetch(String packageUrl) {
        var request =
                HttpRequest.newBuilder(URI.create(packageUrl + "/index.json")).build();
        try {
            HttpResponse<byte[]> answer = WholeAnswer.of(client, request, BodyHandlers.ofByteArray(), TIMEOUT);
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            throw unreachable(packageUrl, "status " + answer.statusCode(), null);
        } catch (IOException problem) {
            throw unreachable(packageUrl, String.valueOf(problem.getMessage()), problem);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw unreachable(packageUrl, "interrupted", problem);
        }
    }

    private static RuntimeException unreachable(String packageUrl, String why, @Nullable Throwable cause) {
        return Failures.of(
                FailureType.PACKAGE_UNREACHABLE,
                "The offline package at %s does not answer (%s): start it, then retry the step."
                        .formatted(packageUrl, why),
                null,
                cause);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
