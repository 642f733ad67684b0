package dev.slipway.cli.offlinepackage.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.offlinepackage.index.FileKind;
import dev.slipway.cli.offlinepackage.index.IndexedFile;
import dev.slipway.cli.offlinepackage.index.IndexedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentStoreTest {
    private static final BuiltComponent.Contents CONTENTS = new BuiltComponent.Contents(
            List.of(new IndexedFile("files/a", FileKind.BINARY, "a", "1", "MIT", 1, "ab")),
            List.of(new IndexedImage("a", "1", "sha256:ab", 2, "a")));

    @TempDir
    private Path folder;

    @Test
    void aPublishedComponentIsFoundUnderItsDigestOnly() throws IOException {
        ComponentStore store = new ComponentStore(folder);

        store.publish("a", "d1", staging -> CONTENTS);

        assertThat(store.find("a", "d1")).get().satisfies(found -> {
            assertThat(found.contents()).isEqualTo(CONTENTS);
            assertThat(found.digest()).isEqualTo("d1");
        });
        assertThat(store.find("a", "d2")).isEmpty();
    }

    @Test
    void anInterruptedBuildIsNeverTakenForWhole() throws IOException {
        ComponentStore store = new ComponentStore(folder);

        assertThatThrownBy(() -> store.publish("a", "d1", staging -> {
                    Files.writeString(staging.resolve("half"), "half");
                    throw new IOException("killed");
                }))
                .hasMessage("killed");

        assertThat(store.find("a", "d1")).isEmpty();
        assertThat(store.publish("a", "d1", staging -> CONTENTS).folder().resolve("half"))
                .doesNotExist();
    }

    @Test
    void whatAKilledProcessLeftIsNotFoundEither() throws IOException {
        Files.createDirectories(folder.resolve("a-d1/package/files"));

        assertThat(new ComponentStore(folder).find("a", "d1")).isEmpty();
    }

    @Test
    void aForgottenComponentIsBuiltAnew() throws IOException {
        ComponentStore store = new ComponentStore(folder);
        store.publish("a", "d1", staging -> CONTENTS);

        store.forget("a", "d1");

        assertThat(store.find("a", "d1")).isEmpty();
    }
}
