package dev.slipway.cli.offlinepackage.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A running package, read over HTTP. */
final class ServedPackage {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String MANIFESTS =
            "application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String address;

    ServedPackage(URI address) {
        this.address = address.toString().replaceFirst("/+$", "");
    }

    byte[] bytes(String path) throws IOException {
        try (InputStream input = open(path)) {
            return input.readAllBytes();
        }
    }

    InputStream open(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/" + path))
                .timeout(TIMEOUT)
                .header("Accept", path.contains("/manifests/") ? MANIFESTS : "*/*")
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                response.body().close();
                throw new IOException("answers with status " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
