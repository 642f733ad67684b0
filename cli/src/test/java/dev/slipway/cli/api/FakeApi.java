package dev.slipway.cli.api;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.slipway.cli.command.FakeTerminal;
import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.keys.Credentials;
import java.nio.file.Path;
import java.util.Map;

/** A server that answers like the gateway, and a command's surroundings that point to it. */
public final class FakeApi implements AutoCloseable {
    /** A cluster that is ready, as it is shown. */
    public static final String CLUSTER = """
        {"id":"c1","name":"demo","phase":"READY","createdAt":"2026-01-01T00:00:00Z","spec":{"packageVersion":"1.37.2"},
         "nodes":[{"name":"demo-1","role":"CONTROL_PLANE","zone":"zone-a","address":"172.30.1.10"}]}
        """;

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final FakeTerminal terminal;

    /** A server whose token is kept below the given home folder. */
    public FakeApi(Path home) {
        server.start();
        Instance instance = Instance.of(Map.of("HOME", home.toString()));
        new Credentials(server.baseUrl(), "slw_word").write(instance.home().credentials());
        terminal = new FakeTerminal(instance);
    }

    /** What a command is given. */
    public Surroundings surroundings() {
        return terminal.surroundings();
    }

    /** What the person answers to the next command. */
    public void types(String text) {
        terminal.types(text);
    }

    /** The server, to say what it answers. */
    public WireMockServer server() {
        return server;
    }

    /** Answers a GET with JSON. */
    public void answers(String path, String json) {
        server.stubFor(WireMock.get(WireMock.urlEqualTo("/api/v1" + path)).willReturn(WireMock.okJson(json)));
    }

    /** What was written to standard output. */
    public String output() {
        return terminal.output();
    }

    /** What was told on the way. */
    public String told() {
        return terminal.told();
    }

    @Override
    public void close() {
        server.stop();
    }
}
