package dev.slipway.cli.demo;

import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.files.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** kubectl as the offline package brings it. */
public final class Kubectl {
    private static final String FILE = "files/kubernetes/kubectl";

    private final Path program;

    private Kubectl(Path program) {
        this.program = program;
    }

    /** The program of the package at an address, fetched once into the cache and checked against the index. */
    public static Kubectl of(String packageUrl, String version, Path cache) {
        Path program = cache.resolve("kubectl").resolve(version).resolve("kubectl");
        if (!Files.exists(program)) {
            fetch(packageUrl, program);
        }
        return new Kubectl(program);
    }

    /** Where it is. */
    public Path program() {
        return program;
    }

    /** What it prints. */
    public String run(Path kubeconfig, String... arguments) {
        return ExternalProgram.of(program.toString(), "--kubeconfig", kubeconfig.toString())
                .and(List.of(arguments))
                .run();
    }

    private static void fetch(String packageUrl, Path program) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            Files.createDirectories(program.toAbsolutePath().getParent());
            Path partial = program.resolveSibling("kubectl.partial");
            String index = get(client, packageUrl + "/index.json", HttpResponse.BodyHandlers.ofString());
            get(client, packageUrl + "/" + FILE, HttpResponse.BodyHandlers.ofFile(partial));
            if (!Sha256.of(partial).equals(expected(index))) {
                throw new ProblemException("kubectl of " + packageUrl + " is not what the package's index says");
            }
            Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
            Durable.move(partial, program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String expected(String index) {
        for (JsonNode file : new JsonMapper().readTree(index).path("files")) {
            if (file.path("path").asString("").equals(FILE)) {
                return file.path("sha256").asString("");
            }
        }
        return "";
    }

    private static <T> T get(HttpClient client, String url, HttpResponse.BodyHandler<T> handler) throws IOException {
        try {
            HttpResponse<T> response =
                    client.send(HttpRequest.newBuilder(URI.create(url)).build(), handler);
            if (response.statusCode() != 200) {
                throw new IOException(url + " answers " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
