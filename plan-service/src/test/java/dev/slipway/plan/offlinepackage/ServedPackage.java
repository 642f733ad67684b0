package dev.slipway.plan.offlinepackage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** A small offline package behind a real HTTP server, which a test can spoil in every way. */
public final class ServedPackage implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BLOBS = "/v2/" + ServedIndex.IMAGE + "/blobs/";
    private static final String RECIPE = """
            name: kubernetes-1.37.2
            kubernetesVersion: 1.37.2
            architecture: amd64
            components:
              - name: kubernetes
                version: 1.37.2
                licence: Apache-2.0
                source: {goModule: k8s.io/kubernetes, version: v1.37.2}
                products:
                  - {kind: BINARY, from: kubeadm, path: kubernetes/kubeadm}
                  - {kind: IMAGE, repository: kube-proxy, tag: v1.37.2}
              - name: host-packages
                version: bookworm
                source: {debianPackages: [conntrack]}
                products:
                  - {kind: OS_PACKAGE, path: apt}
                  - {kind: ROOT_FILE_SYSTEM}
            """;

    private final Map<String, byte[]> content = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final PackageKey key = new PackageKey();
    private HttpServer server;

    public ServedPackage() {
        server = start(0);
        put("/recipe.yaml", RECIPE);
        put("/files/kubernetes/kubeadm", "the kubeadm program ".repeat(100_000));
        put("/apt/InRelease", "signed");
        put("/apt/Release", "not signed");
        put("/apt/conntrack_1_amd64.deb", "a package");
        put("/apt/libc6_2_amd64.deb", "what it needs");
        put(
                "/apt/Packages",
                debian("conntrack", "1", "Depends: libc6 (>= 2)") + debian("libc6", "2", "Provides: libc"));
        image();
        sign();
    }

    /** Returns where it answers. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Makes the key of this package a trusted one. */
    public ServedPackage trustedIn(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(key.id() + ".pem"), key.pem());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves other text at the path, whatever was signed. */
    public ServedPackage put(String path, String text) {
        content.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Changes one byte of what is served at the path. */
    public ServedPackage spoil(String path) {
        var spoilt = content.get(path).clone();
        spoilt[spoilt.length / 2] ^= 1;
        content.put(path, spoilt);
        return this;
    }

    /** Serves nothing at the path any more. */
    public ServedPackage remove(String path) {
        content.remove(path);
        return this;
    }

    /** Answers at the path only after the gate was opened. */
    public CountDownLatch gate(String path) {
        return gates.computeIfAbsent(path, closed -> new CountDownLatch(1));
    }

    /** Returns the path of the only layer of the image. */
    public String layer() {
        return content.keySet().stream()
                .filter(path -> path.startsWith(BLOBS) && content.get(path).length > 100)
                .findFirst()
                .orElseThrow();
    }

    /** Writes the index of what is served now, and signs it. */
    public ServedPackage sign() {
        var index = ServedIndex.of(content, key.id());
        content.put("/index.json", index);
        return put("/index.json.sig", Base64.getEncoder().encodeToString(key.sign(index)) + "\n");
    }

    /** Stops answering. */
    public int stop() {
        var port = server.getAddress().getPort();
        server.stop(0);
        return port;
    }

    /** Answers again at the same port. */
    public void startAgain(int port) {
        server = start(port);
    }

    @Override
    public void close() {
        gates.values().forEach(CountDownLatch::countDown);
        server.stop(0);
    }

    /** Returns the entry of a Debian package that is served, for the list of the repository. */
    public String debian(String name, String version, String relations) {
        var file = "%s_%s_amd64.deb".formatted(name, version);
        return "Package: %s\nVersion: %s\n%s\nFilename: %s\nSHA256: %s\nDescription: what it\n is: good\n\n"
                .formatted(
                        name,
                        version,
                        relations,
                        file,
                        ServedIndex.sha256(content.getOrDefault("/apt/" + file, new byte[0])));
    }

    private void image() {
        var config = blob("{}");
        var layer = blob("a layer ".repeat(10_000));
        put(
                ServedIndex.MANIFEST,
                JSON.writeValueAsString(Map.of("schemaVersion", 2, "config", config, "layers", List.of(layer))));
    }

    private Map<String, Object> blob(String text) {
        var digest = "sha256:" + ServedIndex.sha256(text.getBytes(StandardCharsets.UTF_8));
        put(BLOBS + digest, text);
        return Map.of("digest", digest, "size", text.length());
    }

    private HttpServer start(int port) {
        try {
            var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/", this::answer);
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        await(path);
        var body = content.get(path);
        exchange.sendResponseHeaders(body == null ? 404 : 200, body == null || body.length == 0 ? -1 : body.length);
        if (body != null) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void await(String path) {
        try {
            if (gates.containsKey(path)) {
                gates.get(path).await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
