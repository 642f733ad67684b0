package dev.slipway.cli.demo;

import dev.slipway.cli.checksum.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The index that a running offline package serves; it names every byte of the package. */
final class ServedIndex {
    private final HttpRequest request;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    ServedIndex(String packageUrl) {
        this.request = HttpRequest.newBuilder(URI.create(packageUrl + "/index.json"))
                .timeout(Duration.ofSeconds(3))
                .build();
    }

    /** Its digest as plan-service keeps it; nothing when the package does not answer. */
    Optional<String> sha256() {
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return Optional.of(response)
                    .filter(answer -> answer.statusCode() == 200)
                    .map(answer -> Sha256.of(answer.body()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
