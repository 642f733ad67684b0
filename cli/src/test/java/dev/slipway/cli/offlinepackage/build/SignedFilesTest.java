package dev.slipway.cli.offlinepackage.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.offlinepackage.index.FileKind;
import dev.slipway.cli.offlinepackage.index.IndexedComponent;
import dev.slipway.cli.offlinepackage.index.IndexedFile;
import dev.slipway.cli.offlinepackage.index.IndexedImage;
import dev.slipway.cli.offlinepackage.index.PackageIndex;
import dev.slipway.cli.offlinepackage.index.SigningKey;
import dev.slipway.cli.offlinepackage.recipe.Recipe;
import dev.slipway.cli.offlinepackage.recipe.Recipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedFilesTest {
    private final Recipe recipe = TestRecipes.recipe(TestRecipes.root("base"), TestRecipes.program("tool"));
    private final BuiltComponents components = new BuiltComponents();

    @TempDir
    private Path folder;

    private SigningKey key;

    @BeforeEach
    void build() {
        key = SigningKey.loadOrCreate(folder.resolve("key"));
        components.add("base", built(List.of(file("files/z")), List.of(image("z"))));
        components.add("tool", built(List.of(file("files/a")), List.of(image("a"))));
    }

    @Test
    void theIndexNamesAllThereIsInAnOrderOfItsOwn() throws IOException {
        write();

        PackageIndex index = PackageIndex.parse(Files.readAllBytes(folder.resolve("index.json")));

        assertThat(index.components())
                .extracting(IndexedComponent::name, IndexedComponent::source)
                .containsExactly(tuple("base", "debian:bookworm"), tuple("tool", "example.org/tool@v1.0.0"));
        assertThat(index.files()).extracting(IndexedFile::path).containsExactly("files/a", "files/z", "recipe.yaml");
        assertThat(index.images()).extracting(IndexedImage::repository).containsExactly("a", "z");
        assertThat(index.createdAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void theIndexVouchesForTheRecipeAndTheKeyForTheIndex() throws IOException {
        write();

        byte[] index = Files.readAllBytes(folder.resolve("index.json"));
        String signature = Files.readString(folder.resolve("index.json.sig")).strip();

        assertThat(key.publicKey().verifies(index, Base64.getDecoder().decode(signature)))
                .isTrue();
        assertThat(PackageIndex.parse(index).recipeSha256()).isEqualTo(Sha256.of(folder.resolve("recipe.yaml")));
        assertThat(Recipes.parse(Files.readAllBytes(folder.resolve("recipe.yaml"))))
                .isEqualTo(recipe);
    }

    @Test
    void aComponentThatIsMissingIsNamed() {
        assertThatThrownBy(() -> SignedFiles.of(recipe, new BuiltComponents(), key, Instant.EPOCH))
                .hasMessage("base is not built yet");
    }

    private void write() throws IOException {
        SignedFiles.of(recipe, components, key, Instant.EPOCH).writeTo(folder);
    }

    private static BuiltComponent built(List<IndexedFile> files, List<IndexedImage> images) {
        return new BuiltComponent("d", Path.of("/built"), new BuiltComponent.Contents(files, images));
    }

    private static IndexedFile file(String path) {
        return new IndexedFile(path, FileKind.BINARY, "tool", "1", "MIT", 1, "00");
    }

    private static IndexedImage image(String repository) {
        return new IndexedImage(repository, "1", "sha256:00", 1, "tool");
    }
}
