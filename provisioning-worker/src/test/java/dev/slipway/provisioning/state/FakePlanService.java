package dev.slipway.provisioning.state;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** plan-service as this worker sees it: keeps one state with its lock, and log lines. */
public final class FakePlanService implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String HOLDER = "holder=";

    private final HttpServer server;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<String> users = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable String> state = new AtomicReference<>();
    private final AtomicReference<@Nullable String> lock = new AtomicReference<>();
    private final AtomicInteger locks = new AtomicInteger();
    private final AtomicReference<String> turn = new AtomicReference<>("");
    private volatile boolean refusing;
    private volatile boolean broken;

    /** Starts it on a free port. */
    public FakePlanService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** Returns its address. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the texts of all log lines. */
    public List<String> log() {
        return log;
    }

    /** Returns who asked for state or lock, as user and password. */
    public List<String> users() {
        return users;
    }

    /** Returns the state as it is kept. */
    public @Nullable String state() {
        return state.get();
    }

    /** Keeps this state. */
    public void state(@Nullable String json) {
        state.set(json);
    }

    /** Returns the information of who holds the lock. */
    public @Nullable String lock() {
        return lock.get();
    }

    /** Returns how often the lock was asked for. */
    public int locks() {
        return locks.get();
    }

    /** Lets an earlier try hold the lock. */
    public void lock(@Nullable String information) {
        lock.set(information);
        turn.set("");
        refusing = false;
    }

    /** Lets a later try hold the lock, before which all others have to stand back. */
    public void lockLater(String information) {
        lock.set(information);
        refusing = true;
    }

    /** Lets it fail whatever it is asked for about a lock. */
    void breakLocks() {
        broken = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try (exchange) {
            if (path.endsWith("/log")) {
                JSON.readTree(body)
                        .get("lines")
                        .forEach(line -> log.add(line.get("text").asString()));
                send(exchange, 204, "");
            } else {
                users.add(user(exchange));
                answerTerraform(
                        exchange,
                        exchange.getRequestMethod() + (path.endsWith("/lock") ? " lock" : ""),
                        held(exchange, body));
            }
        }
    }

    private String held(HttpExchange exchange, String body) {
        var query = exchange.getRequestURI().getQuery();
        if (query == null || !query.startsWith(HOLDER)) {
            return body;
        }
        var asking = query.indexOf("&run=");
        takeOver(query.substring(asking));
        var holder = query.substring(HOLDER.length(), asking);
        return body.replace("\"Info\":\"\"", "\"Info\":\"" + holder + "\"");
    }

    /** The real one tells turns that are over from those to come; here a test says so. */
    private void takeOver(String asking) {
        if (!refusing && !asking.equals(turn.getAndSet(asking))) {
            lock.set(null);
        }
    }

    private void answerTerraform(HttpExchange exchange, String request, String body) throws IOException {
        switch (broken ? "broken" : request) {
            case "GET" -> send(exchange, state.get() == null ? 204 : 200, String.valueOf(state.get()));
            case "POST" -> {
                state.set(body);
                send(exchange, 200, "");
            }
            case "GET lock" -> send(exchange, lock.get() == null ? 204 : 200, String.valueOf(lock.get()));
            case "POST lock" -> {
                locks.incrementAndGet();
                var holder = lock.compareAndExchange(null, body);
                send(exchange, holder == null ? 200 : 423, holder == null ? "" : holder);
            }
            case "DELETE lock" -> {
                var holder = lock.get();
                var same = holder == null || id(holder).equals(id(body));
                lock.set(same ? null : holder);
                send(exchange, same ? 200 : 409, "");
            }
            case "broken" -> send(exchange, 500, "");
            default -> send(exchange, 405, "");
        }
    }

    private static String id(String information) {
        return JSON.readTree(information).get("ID").asString();
    }

    private static String user(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        return header == null || !header.startsWith("Basic ")
                ? "nobody"
                : new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var empty = bytes.length == 0 || status == 204;
        exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
        if (!empty) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
