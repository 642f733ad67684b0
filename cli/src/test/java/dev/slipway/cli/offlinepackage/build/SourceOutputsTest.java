package dev.slipway.cli.offlinepackage.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.gobuild.ChecksumMismatchException;
import dev.slipway.cli.gobuild.GoBuilder;
import dev.slipway.cli.gobuild.GoCaches;
import dev.slipway.cli.offlinepackage.debian.DebianLock;
import dev.slipway.cli.offlinepackage.debian.DebianSources;
import dev.slipway.cli.offlinepackage.debian.OpenPgpKey;
import dev.slipway.cli.offlinepackage.debian.PackageClosure;
import dev.slipway.cli.offlinepackage.index.FileKind;
import dev.slipway.cli.offlinepackage.index.IndexedFile;
import dev.slipway.cli.offlinepackage.index.SigningKey;
import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Product;
import dev.slipway.cli.offlinepackage.recipe.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceOutputsTest {
    @TempDir
    private Path folder;

    private SourceOutputs sources;
    private Path origin;
    private Path working;

    @BeforeEach
    void prepare() throws IOException {
        origin = Files.writeString(folder.resolve("origin.bin"), "a program");
        working = Files.createDirectory(folder.resolve("working"));
        sources = new SourceOutputs(
                new GoBuilder(GoCaches.under(folder)),
                new PackageClosure(DebianSources.of(Map.of()), new DebianLock(Map.of()), _ -> {}),
                folder);
    }

    @Test
    void aFileIsFetchedAndServedAsABinary() throws IOException {
        Component component = download(Sha256.of(origin), new Product.Binary("origin.bin", "tool/tool"));

        Workbench bench = bench(component);
        List<IndexedFile> files = files().make(component.products().getFirst(), bench);

        assertThat(files).singleElement().satisfies(file -> {
            assertThat(file.path()).isEqualTo("files/tool/tool");
            assertThat(file.kind()).isEqualTo(FileKind.BINARY);
            assertThat(file.sha256()).isEqualTo(Sha256.of(origin));
        });
        assertThat(bench.served("files/tool/tool")).isExecutable();
    }

    @Test
    void aChangedFileIsRefused() {
        Component component = download("0".repeat(64));

        assertThatThrownBy(() -> sources.make(component, working)).isInstanceOf(ChecksumMismatchException.class);
    }

    @Test
    void aProviderIsZippedWithItsNameAndMode() throws IOException {
        Component component = download(Sha256.of(origin), new Product.Provider("provider_v1", "mirror/provider.zip"));

        Workbench bench = bench(component);
        files().make(component.products().getFirst(), bench);

        try (ZipFile zip = new ZipFile(bench.served("files/mirror/provider.zip").toFile())) {
            assertThat(zip.stream()).singleElement().satisfies(entry -> {
                assertThat(entry.getName()).isEqualTo("provider_v1");
                assertThat(entry.getSize()).isEqualTo(9);
            });
        }
    }

    @Test
    void aManifestIsServedAsItStands() throws IOException {
        Files.writeString(folder.resolve("m.yaml"), "kind: Namespace");
        Component component = download(Sha256.of(origin), new Product.Manifest("m.yaml", "manifests/m.yaml"));

        Workbench bench = bench(component);
        files().make(component.products().getFirst(), bench);

        assertThat(bench.served("files/manifests/m.yaml")).hasContent("kind: Namespace");
    }

    @Test
    void anImageIsNoFile() throws IOException {
        Component component = download(Sha256.of(origin), TestRecipes.image("i", "base"));
        Workbench bench = bench(component);

        assertThatThrownBy(() -> files().make(component.products().getFirst(), bench))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Workbench bench(Component component) throws IOException {
        Path staging = Files.createDirectory(folder.resolve("staging"));
        return new Workbench(component, sources.make(component, working), staging, working);
    }

    private FileProducts files() {
        return new FileProducts(folder, new OpenPgpKey(SigningKey.loadOrCreate(folder.resolve("apt.key"))));
    }

    private Component download(String sha256, Product... products) {
        Source source = new Source.Download(origin.toUri().toString(), sha256);
        return new Component("tool", "1.0.0", "MIT", source, null, List.of(products));
    }
}
