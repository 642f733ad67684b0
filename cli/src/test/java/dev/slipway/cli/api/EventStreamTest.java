package dev.slipway.cli.api;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventStreamTest {
    private static final String PATH = "/api/v1/operations/o1/events";

    @TempDir
    private Path home;

    private final List<Event> seen = new ArrayList<>();
    private FakeApi fake;

    @BeforeEach
    void start() {
        fake = new FakeApi(home);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void dataOfSeveralLinesIsOneEventAndOtherFieldsAreNotForUs() throws IOException {
        stream("retry: 1000\nno field\ndata: first\ndata:second\nid: 7\n\n");

        follow();

        assertThat(seen).containsExactly(new Event("message", "7", "first\nsecond"));
    }

    @Test
    void anEventWithoutDataLeavesNothingToTheNext() throws IOException {
        stream("event: heartbeat\nid: 1\n\ndata: x\n\n");

        follow();

        assertThat(seen).containsExactly(new Event("message", "", "x"));
    }

    @Test
    void aServerThatDoesNotComeBackIsAFailure() {
        fake.server().stubFor(get(PATH).willReturn(serverError()));

        assertThatThrownBy(this::follow).isInstanceOf(IOException.class).hasMessage("The server answers 500");

        fake.server().verify(61, getRequestedFor(urlEqualTo(PATH)));
    }

    private void stream(String text) {
        fake.server().stubFor(get(PATH).willReturn(ok(text)));
    }

    private void follow() throws IOException {
        new EventStream(fake.surroundings().api().client(), "/operations/o1/events", Duration.ZERO).follow(seen::add);
    }
}
