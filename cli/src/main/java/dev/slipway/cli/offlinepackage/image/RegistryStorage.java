package dev.slipway.cli.offlinepackage.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a registry keeps on disk.
 *
 * @param folder its root directory
 */
public record RegistryStorage(Path folder) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Bytes of an image's configuration and layers together, as its manifest says. */
    public long size(String manifestDigest) throws IOException {
        JsonNode manifest = JSON.readTree(Files.readAllBytes(blob(manifestDigest)));
        long size = manifest.path("config").path("size").asLong(0);
        for (JsonNode layer : manifest.path("layers")) {
            size += layer.path("size").asLong(0);
        }
        return size;
    }

    private Path blob(String digest) {
        String hex = digest.substring("sha256:".length());
        return folder.resolve("docker/registry/v2/blobs/sha256")
                .resolve(hex.substring(0, 2))
                .resolve(hex)
                .resolve("data");
    }
}
