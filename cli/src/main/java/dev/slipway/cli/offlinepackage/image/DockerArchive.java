package dev.slipway.cli.offlinepackage.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * An image as the archive that {@code docker load} takes, its layers uncompressed.
 *
 * @param name the image's name and tag
 * @param settings how it runs
 * @param layers its content, lowest first
 */
public record DockerArchive(String name, ImageSettings settings, List<Layer> layers) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CREATED = "2026-01-01T00:00:00Z";

    /** Writes the archive. */
    public void writeTo(OutputStream output) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(output, "UTF-8")) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (Layer layer : layers.stream().distinct().toList()) {
                TarArchiveEntry entry = new TarArchiveEntry(fileName(layer));
                entry.setSize(Files.size(layer.tar()));
                tar.putArchiveEntry(entry);
                Files.copy(layer.tar(), tar);
                tar.closeArchiveEntry();
            }
            put(tar, "config.json", JSON.writeValueAsBytes(configuration()));
            put(tar, "manifest.json", JSON.writeValueAsBytes(List.of(manifest())));
        }
    }

    private Map<String, Object> manifest() {
        return Map.of(
                "Config", "config.json",
                "RepoTags", List.of(name),
                "Layers", layers.stream().map(DockerArchive::fileName).toList());
    }

    private Map<String, Object> configuration() {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("Env", List.of("PATH=" + ImageSettings.PATH));
        run.put("Entrypoint", settings.entrypoint());
        run.put("User", settings.user());
        run.put("Labels", settings.labels());
        Map<String, Object> ports = new LinkedHashMap<>();
        settings.ports().forEach(port -> ports.put(port + "/tcp", Map.of()));
        run.put("ExposedPorts", ports);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("architecture", "amd64");
        result.put("os", "linux");
        result.put("created", CREATED);
        result.put("config", run);
        result.put(
                "rootfs",
                Map.of(
                        "type",
                        "layers",
                        "diff_ids",
                        layers.stream().map(Layer::diffId).toList()));
        result.put(
                "history",
                layers.stream().map(layer -> Map.of("created", CREATED)).toList());
        return result;
    }

    private static String fileName(Layer layer) {
        return layer.diffId().substring("sha256:".length()) + ".tar";
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
