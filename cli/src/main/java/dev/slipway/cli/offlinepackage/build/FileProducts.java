package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.offlinepackage.debian.AptRepository;
import dev.slipway.cli.offlinepackage.debian.DebianFile;
import dev.slipway.cli.offlinepackage.debian.OpenPgpKey;
import dev.slipway.cli.offlinepackage.debian.RootFileSystem;
import dev.slipway.cli.offlinepackage.image.FolderTar;
import dev.slipway.cli.offlinepackage.index.FileKind;
import dev.slipway.cli.offlinepackage.index.IndexedFile;
import dev.slipway.cli.offlinepackage.recipe.Product;
import dev.slipway.cli.offlinepackage.recipe.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Makes every product that is not an image, and says which files the package gets. */
final class FileProducts {
    private static final String APT_KEY = "files/apt/slipway.asc";

    private final Path recipes;
    private final OpenPgpKey aptKey;

    FileProducts(Path recipes, OpenPgpKey aptKey) {
        this.recipes = recipes;
        this.aptKey = aptKey;
    }

    List<IndexedFile> make(Product product, Workbench bench) throws IOException {
        return switch (product) {
            case Product.Binary binary -> List.of(binary(binary, bench));
            case Product.Manifest manifest -> List.of(manifest(manifest, bench));
            case Product.Provider provider -> List.of(provider(provider, bench));
            case Product.OsPackages packages -> repository(packages, bench);
            case Product.RootFileSystem root -> rootFileSystem(root, bench);
            case Product.Server server -> server(server, bench);
            case Product.Image image -> throw new IllegalArgumentException(image.repository() + " is no file");
        };
    }

    private static IndexedFile binary(Product.Binary binary, Workbench bench) throws IOException {
        String path = "files/" + binary.path();
        Path target = copy(bench.output(binary.from()), bench.served(path));
        if (!target.toFile().setExecutable(true, false)) {
            throw new IOException(target + " cannot be made executable");
        }
        return bench.indexed(path, FileKind.BINARY);
    }

    private IndexedFile manifest(Product.Manifest manifest, Workbench bench) throws IOException {
        String path = "files/" + manifest.path();
        copy(recipes.resolve(manifest.from()), bench.served(path));
        return bench.indexed(path, FileKind.MANIFEST);
    }

    private static IndexedFile provider(Product.Provider provider, Workbench bench) throws IOException {
        String path = "files/" + provider.path();
        Path target = bench.served(path);
        Files.createDirectories(target.getParent());
        ProviderZip.write(bench.output(provider.from()), provider.from(), target);
        return bench.indexed(path, FileKind.PROVIDER);
    }

    private List<IndexedFile> repository(Product.OsPackages product, Workbench bench) throws IOException {
        Path folder = bench.served(product.path());
        new AptRepository(aptKey).write(List.copyOf(bench.outputs().values()), folder);
        Path key = bench.served(APT_KEY);
        Files.createDirectories(key.getParent());
        Files.writeString(key, aptKey.armoured());
        List<IndexedFile> files = new ArrayList<>(List.of(bench.indexed(APT_KEY, FileKind.KEY)));
        try (var written = Files.list(folder)) {
            written.sorted().map(file -> indexed(file, product.path(), bench)).forEach(files::add);
        }
        return files;
    }

    private static IndexedFile indexed(Path file, String folder, Workbench bench) {
        String name = file.getFileName().toString();
        String path = folder + "/" + name;
        return name.endsWith(".deb")
                ? bench.indexed(path, FileKind.OS_PACKAGE, new DebianFile(file).version())
                : bench.indexed(path, FileKind.APT_METADATA);
    }

    private static List<IndexedFile> rootFileSystem(Product.RootFileSystem root, Workbench bench) throws IOException {
        Path folder = Files.createDirectory(bench.working().resolve("root"));
        RootFileSystem.unpack(needed(bench), root.links(), folder);
        try (FolderTar tar = new FolderTar(bench.staging().resolve("root.tar"))) {
            tar.addSharedFolder("tmp");
            tar.addFolder(folder, "");
            tar.finish();
        }
        return List.of();
    }

    private static List<Path> needed(Workbench bench) {
        Collection<String> without =
                bench.component().source() instanceof Source.Debian debian ? Set.copyOf(debian.without()) : Set.of();
        return bench.outputs().values().stream()
                .filter(file -> !without.contains(new DebianFile(file).packageName()))
                .toList();
    }

    private static List<IndexedFile> server(Product.Server server, Workbench bench) throws IOException {
        copy(bench.output(server.from()), bench.staging().resolve("registry-program"));
        return List.of();
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        return Files.copy(from, to);
    }
}
