package dev.slipway.provisioning.mirror;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An offline package with one provider. */
public final class FakePackage implements AutoCloseable {
    private static final String ZIP =
            "files/terraform/providers/registry.terraform.io/kreuzwerker/docker/terraform-provider-docker_3.9.0_linux_amd64.zip";

    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final String indexSha256;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean silent;

    private FakePackage(HttpServer server, byte[] zip) {
        this.server = server;
        var index = """
                {"schema":1,"name":"test","files":[
                {"path":"recipe.yaml","kind":"RECIPE","sha256":"00","size":1},
                {"path":"%s","kind":"PROVIDER","sha256":"%s","size":%d}]}
                """.formatted(ZIP, sha256(zip), zip.length).getBytes(StandardCharsets.UTF_8);
        this.indexSha256 = sha256(index);
        files.put("/index.json", index);
        files.put("/" + ZIP, zip);
    }

    /** Serves a package with this program as provider. */
    public static FakePackage start(byte[] provider) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var made = new FakePackage(server, zip(provider));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", made::serve);
        server.start();
        return made;
    }

    /** Returns its address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the digest of its index. */
    public String indexSha256() {
        return indexSha256;
    }

    void damageProvider() {
        files.computeIfPresent("/" + ZIP, (path, bytes) -> {
            var damaged = bytes.clone();
            damaged[damaged.length / 2] ^= 1;
            return damaged;
        });
    }

    void loseProvider() {
        files.remove("/" + ZIP);
    }

    /** From now on half a file is all that comes. */
    void fallSilent() {
        silent = true;
    }

    private void serve(HttpExchange exchange) throws IOException {
        var body = files.get(exchange.getRequestURI().getPath());
        try (exchange) {
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
            if (body != null) {
                write(body, exchange.getResponseBody());
            }
        }
    }

    private void write(byte[] body, OutputStream answer) throws IOException {
        if (silent) {
            answer.write(body, 0, body.length / 2);
            answer.flush();
            awaitEnd();
        } else {
            answer.write(body);
        }
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] zip(byte[] provider) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("terraform-provider-docker_v3.9.0"));
            zip.write(provider);
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
