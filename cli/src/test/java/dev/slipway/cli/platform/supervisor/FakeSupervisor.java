package dev.slipway.cli.platform.supervisor;

import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.instance.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers on the socket of an installation like supervisord, whose programs are only words; a child stands for itself.
 */
public final class FakeSupervisor implements AutoCloseable {
    private static final Pattern METHOD = Pattern.compile("supervisor\\.(\\w+)</methodName>");
    private static final Pattern NAME = Pattern.compile("<string>(.*?)</string>");

    private final ServerSocketChannel server;
    private final Process process;
    private final Map<String, String> states = new ConcurrentSkipListMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile String added = "";
    private volatile String changed = "";
    private volatile String removed = "";
    private volatile String failing = "";

    /** Listens for the given installation. */
    public FakeSupervisor(Home home) throws IOException {
        PrivateFiles.folder(home.run());
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(new SupervisorSettings(home).socket()));
        process = new ProcessBuilder("cat").start();
        Thread.ofVirtual().start(this::serve);
    }

    /** Has a program in a state. */
    public void has(String program, String state) {
        states.put(program, state);
    }

    /** Has a program that fails whenever it is started. */
    public void triesInVain(String program) {
        failing = program;
        has(program, "BACKOFF");
    }

    /** Says that the settings of a program have changed. */
    public void changes(String program) {
        changed = text(program);
    }

    /** Says that the settings have a program in the place of another. */
    public void replaces(String gone, String program) {
        removed = text(gone);
        added = text(program);
    }

    private static String text(String program) {
        return "<value><string>" + program + "</string></value>";
    }

    /** What it was asked for, but for what changes nothing. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    private void serve() {
        try {
            while (server.isOpen()) {
                try (SocketChannel client = server.accept()) {
                    answer(client);
                }
            }
        } catch (ClosedChannelException ended) {
            process.destroy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(SocketChannel client) throws IOException {
        ByteBuffer request = ByteBuffer.allocate(8192);
        while (!text(request).contains("</methodCall>")) {
            if (client.read(request) < 0) {
                return;
            }
        }
        client.write(ByteBuffer.wrap(("HTTP/1.0 200 OK\r\n\r\n<methodResponse><params><param><value>"
                        + value(text(request)) + "</value></param></params></methodResponse>")
                .getBytes(StandardCharsets.UTF_8)));
    }

    private String value(String request) {
        String method = found(METHOD, request);
        String name = found(NAME, request);
        return switch (method) {
            case "getAllProcessInfo" -> programs();
            case "reloadConfig" -> difference();
            case "getPID" -> "<int>" + process.pid() + "</int>";
            default -> {
                calls.add((method + " " + name).strip());
                act(method, name);
                yield "<boolean>1</boolean>";
            }
        };
    }

    private void act(String method, String name) {
        switch (method) {
            case "stopProcess" -> has(name, "STOPPED");
            case "startProcess" -> has(name, "RUNNING");
            case "startAllProcesses" ->
                states.replaceAll((program, state) -> state.equals("STOPPED") ? started(program) : state);
            case "shutdown" -> process.destroy();
            default -> {}
        }
    }

    private String started(String program) {
        return program.equals(failing) ? "BACKOFF" : "RUNNING";
    }

    private String programs() {
        StringBuilder structs = new StringBuilder("<array><data>");
        states.forEach((name, state) -> structs.append("""
            <value><struct><member><name>name</name><value><string>%s</string></value></member>
            <member><name>statename</name><value><string>%s</string></value></member></struct></value>
            """.formatted(name, state)));
        return structs.append("</data></array>").toString();
    }

    private String difference() {
        String group = "<value><array><data>%s</data></array></value>";
        return "<array><data><value><array><data>" + group.formatted(added) + group.formatted(changed)
                + group.formatted(removed) + "</data></array></value></data></array>";
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String text(ByteBuffer buffer) {
        return StandardCharsets.UTF_8.decode(buffer.duplicate().flip()).toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        process.destroy();
    }
}
