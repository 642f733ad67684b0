package dev.slipway.plan.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path folder;

    @Test
    void keepsTheKeysForItsOwnerAlone() throws IOException {
        var file = new KeyFile(folder.resolve("new/folder/keys.json"));
        var keys = Keyset.generate();

        file.write(keys);

        assertThat(file.exists()).isTrue();
        assertThat(Keyset.text(file.read())).isEqualTo(Keyset.text(keys));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    /** A crash in the middle of writing leaves the keys that were there, and no draft in the way. */
    @Test
    void replacesTheKeysAllOrNothing() throws IOException {
        var file = new KeyFile(folder.resolve("keys.json"));
        var first = Keyset.generate();
        file.write(first);
        var second = Keyset.rotated(first);

        file.write(second);

        assertThat(Keyset.text(file.read())).isEqualTo(Keyset.text(second));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file.path());
        }
    }

    @Test
    void keepsWhatIsThereWhenItCannotBeReplaced() throws IOException {
        var file = new KeyFile(
                Files.createDirectories(folder.resolve("keys.json/inside")).getParent());

        assertThatThrownBy(() -> file.write(Keyset.generate()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Cannot write the key file");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void quotesNothingOfAFileThatIsNoKeyset() throws IOException {
        var file = new KeyFile(Files.writeString(folder.resolve("keys.json"), "{\"secret\": 1}"));

        assertThatIllegalArgumentException()
                .isThrownBy(file::read)
                .withMessageContaining("is not a Tink JSON keyset")
                .withMessageNotContaining("secret")
                .withNoCause();
    }

    @Test
    void saysWhichFileIsMissing() {
        var file = new KeyFile(folder.resolve("lost.json"));

        assertThat(file.exists()).isFalse();
        assertThatThrownBy(file::read).isInstanceOf(UncheckedIOException.class).hasMessageContaining("lost.json");
    }
}
