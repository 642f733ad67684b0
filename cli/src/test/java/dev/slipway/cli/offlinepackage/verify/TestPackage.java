package dev.slipway.cli.offlinepackage.verify;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.offlinepackage.index.FileKind;
import dev.slipway.cli.offlinepackage.index.IndexedComponent;
import dev.slipway.cli.offlinepackage.index.IndexedFile;
import dev.slipway.cli.offlinepackage.index.IndexedImage;
import dev.slipway.cli.offlinepackage.index.PackageIndex;
import dev.slipway.cli.offlinepackage.index.SigningKey;
import dev.slipway.cli.offlinepackage.recipe.Build;
import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Product;
import dev.slipway.cli.offlinepackage.recipe.Program;
import dev.slipway.cli.offlinepackage.recipe.Recipe;
import dev.slipway.cli.offlinepackage.recipe.Recipes;
import dev.slipway.cli.offlinepackage.recipe.Source;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A small package, whole and signed, served from a folder that a test can damage. */
public final class TestPackage implements AutoCloseable {
    private final Path folder;
    private final Path keys;
    private final HttpServer server;

    /** Writes the package and serves it. */
    public TestPackage(Path root) throws IOException {
        folder = Files.createDirectories(root.resolve("served"));
        keys = Files.createDirectories(root.resolve("keys/packages"));
        write("files/tool/tool", "a program");
        String blob = write("v2/tool/blobs/blob", "a layer");
        Files.move(folder.resolve("v2/tool/blobs/blob"), folder.resolve("v2/tool/blobs/sha256:" + blob));
        String manifest = write(
                "v2/tool/manifests/1",
                "{\"config\":{\"digest\":\"sha256:%1$s\"},\"layers\":[{\"digest\":\"sha256:%1$s\"}]}".formatted(blob));
        Files.write(folder.resolve("recipe.yaml"), Recipes.write(recipe()));
        sign(index(recipe(), manifest));
        server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folder, SimpleFileServer.OutputLevel.NONE);
        server.start();
    }

    /** Where it is served. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The folder of keys that are trusted. */
    public Path trustedKeys() {
        return keys;
    }

    Path file(String path) {
        return folder.resolve(path);
    }

    String write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Sha256.of(file);
    }

    /** Signs an index that lacks the image, which the recipe still names. */
    void forgetImage() throws IOException {
        PackageIndex whole = PackageIndex.parse(Files.readAllBytes(folder.resolve("index.json")));
        sign(new PackageIndex(
                whole.schema(),
                whole.name(),
                whole.kubernetesVersion(),
                whole.architecture(),
                whole.createdAt(),
                whole.recipeSha256(),
                whole.keyId(),
                whole.components(),
                whole.files(),
                List.of()));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void sign(PackageIndex index) throws IOException {
        SigningKey key = key();
        Files.writeString(
                keys.resolve(key.publicKey().id() + ".pem"), key.publicKey().pem());
        byte[] bytes = index.bytes();
        Files.write(folder.resolve("index.json"), bytes);
        write("index.json.sig", Base64.getEncoder().encodeToString(key.sign(bytes)) + "\n");
    }

    private SigningKey key() {
        return SigningKey.loadOrCreate(keys.resolveSibling("signing.key"));
    }

    private static Recipe recipe() {
        Source source = new Source.Go("example.org/tool", "v1", "h1:x", null, null);
        Build build = new Build(null, false, "", "", List.of(new Program("tool", "example.org/tool", null)));
        Product binary = new Product.Binary("tool", "tool/tool");
        Product container = new Product.Image("tool", "1", null, Map.of("tool", "/tool"), List.of(), null);
        return new Recipe(
                "kubernetes-0.0.1",
                "0.0.1",
                "amd64",
                List.of(new Component("tool", "1", "MIT", source, build, List.of(binary, container))));
    }

    private PackageIndex index(Recipe recipe, String manifest) {
        byte[] yaml = Recipes.write(recipe);
        IndexedFile file = new IndexedFile("files/tool/tool", FileKind.BINARY, "tool", "1", "MIT", 0, "")
                .measured(folder.resolve("files/tool/tool"));
        return new PackageIndex(
                PackageIndex.SCHEMA,
                recipe.name(),
                "0.0.1",
                "amd64",
                Instant.EPOCH,
                Sha256.of(new String(yaml, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)),
                key().publicKey().id(),
                List.of(new IndexedComponent("tool", "1", "MIT", "example.org/tool@v1")),
                List.of(file),
                List.of(new IndexedImage("tool", "1", "sha256:" + manifest, 1, "tool")));
    }
}
