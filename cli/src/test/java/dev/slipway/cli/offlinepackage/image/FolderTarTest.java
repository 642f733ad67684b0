package dev.slipway.cli.offlinepackage.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.checksum.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTarTest {
    @TempDir
    private Path folder;

    private Path content;

    @BeforeEach
    void makeContent() throws IOException {
        content = Files.createDirectories(folder.resolve("content/bin")).getParent();
        Path program = Files.writeString(content.resolve("bin/tool"), "tool");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Files.writeString(content.resolve("text"), "text");
        Files.createSymbolicLink(content.resolve("bin/link"), Path.of("tool"));
    }

    @Test
    void filesFoldersAndLinksAreWrittenAsRoots() throws IOException {
        Layer layer = write("layer.tar");

        List<TarArchiveEntry> entries = entries(layer.tar());
        assertThat(entries)
                .extracting(TarArchiveEntry::getName)
                .containsExactly(
                        "tmp/", "srv/", "srv/x/", "srv/x/bin/", "srv/x/bin/link", "srv/x/bin/tool", "srv/x/text");
        assertThat(entries).extracting(TarArchiveEntry::getLongUserId).containsOnly(0L);
        assertThat(entry(entries, "tmp/").getMode() & 07777).isEqualTo(01777);
        assertThat(entry(entries, "srv/x/bin/tool").getMode() & 0777).isEqualTo(0755);
        assertThat(entry(entries, "srv/x/text").getMode() & 0777).isEqualTo(0644);
        assertThat(entry(entries, "srv/x/bin/link").getLinkName()).isEqualTo("tool");
    }

    @Test
    void theSameContentGivesTheSameBytesWheneverItIsWritten() throws IOException {
        Layer first = write("first.tar");
        Files.setLastModifiedTime(content.resolve("text"), FileTime.from(Instant.EPOCH));

        Layer second = write("second.tar");

        assertThat(second.diffId()).isEqualTo(first.diffId()).isEqualTo("sha256:" + Sha256.of(first.tar()));
    }

    @Test
    void aFileIsWrittenOnceHoweverOftenItIsAdded() throws IOException {
        try (FolderTar tar = new FolderTar(folder.resolve("twice.tar"))) {
            tar.addFile(content.resolve("text"), "etc/text");
            tar.addFile(content.resolve("text"), "etc/text");
            assertThat(entries(tar.finish().tar())).hasSize(2);
        }
    }

    private Layer write(String name) throws IOException {
        try (FolderTar tar = new FolderTar(folder.resolve(name))) {
            tar.addSharedFolder("tmp");
            tar.addFolder(content, "srv/x");
            return tar.finish();
        }
    }

    private static TarArchiveEntry entry(List<TarArchiveEntry> entries, String name) {
        return entries.stream()
                .filter(entry -> entry.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<TarArchiveEntry> entries(Path tar) throws IOException {
        List<TarArchiveEntry> entries = new ArrayList<>();
        try (TarArchiveInputStream input = new TarArchiveInputStream(Files.newInputStream(tar))) {
            for (TarArchiveEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
