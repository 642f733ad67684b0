package dev.slipway.cli.offlinepackage.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DockerArchiveTest {
    @TempDir
    private Path folder;

    @Test
    void theArchiveHoldsItsLayersOnceAndSaysHowTheImageRuns() throws IOException {
        Layer layer = new Layer(Files.writeString(folder.resolve("l"), "layer"), "sha256:abc");
        ImageSettings settings = new ImageSettings(List.of("/serve"), "65532:65532", List.of(8080), Map.of("a", "b"));

        Map<String, byte[]> files = write(new DockerArchive("name:tag", settings, List.of(layer, layer)));

        assertThat(files).containsOnlyKeys("abc.tar", "config.json", "manifest.json");
        JsonNode manifest = json(files, "manifest.json").get(0);
        assertThat(manifest.path("RepoTags").get(0).asString()).isEqualTo("name:tag");
        assertThat(manifest.path("Layers")).hasSize(2);
        JsonNode configuration = json(files, "config.json");
        assertThat(configuration.path("rootfs").path("diff_ids").get(1).asString())
                .isEqualTo("sha256:abc");
        assertThat(configuration.path("config").path("ExposedPorts").has("8080/tcp"))
                .isTrue();
        assertThat(configuration.path("config").path("Labels").path("a").asString())
                .isEqualTo("b");
        assertThat(configuration.path("config").path("User").asString()).isEqualTo("65532:65532");
    }

    private static JsonNode json(Map<String, byte[]> files, String name) {
        return JsonMapper.builder().build().readTree(files.get(name));
    }

    private static Map<String, byte[]> write(DockerArchive archive) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        archive.writeTo(output);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var input = new TarArchiveInputStream(new ByteArrayInputStream(output.toByteArray()))) {
            for (TarArchiveEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
                files.put(entry.getName(), input.readAllBytes());
            }
        }
        return files;
    }
}
