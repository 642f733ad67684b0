package dev.slipway.cli.demo;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServedIndexTest {
    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void isKnownByItsDigest() {
        server.stubFor(get("/index.json").willReturn(ok("abc")));

        assertThat(new ServedIndex(server.baseUrl()).sha256())
                .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void isNotThereWhileThePackageDoesNotServe() {
        server.stubFor(get("/index.json").willReturn(notFound()));
        assertThat(new ServedIndex(server.baseUrl()).sha256()).isEmpty();

        String closed = server.baseUrl();
        server.stop();

        assertThat(new ServedIndex(closed).sha256()).isEmpty();
    }
}
