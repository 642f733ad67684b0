package dev.slipway.cli.offlinepackage.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageIndexTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenReadsAsTheSame() {
        PackageIndex index = new PackageIndex(
                PackageIndex.SCHEMA,
                "kubernetes-1.37.2",
                "1.37.2",
                "amd64",
                Instant.parse("2026-01-02T03:04:05Z"),
                "ab",
                "0123456789abcdef",
                List.of(new IndexedComponent("runc", "1.3.6", "Apache-2.0", "example.org/runc@v1.3.6")),
                List.of(new IndexedFile("files/runc/runc", FileKind.BINARY, "runc", "1.3.6", "Apache-2.0", 3, "cd")),
                List.of(new IndexedImage("pause", "3.10.1", "sha256:ef", 4, "pause")));

        assertThat(PackageIndex.parse(index.bytes())).isEqualTo(index);
        assertThat(new String(index.bytes(), StandardCharsets.UTF_8))
                .contains("\"kind\" : \"BINARY\"", "\"createdAt\" : \"2026-01-02T03:04:05Z\"");
    }

    @Test
    void aFileIsMeasuredByItsContent() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");

        IndexedFile measured = new IndexedFile("files/abc", FileKind.MANIFEST, "c", "1", "MIT", 0, "").measured(file);

        assertThat(measured.size()).isEqualTo(3);
        assertThat(measured.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
