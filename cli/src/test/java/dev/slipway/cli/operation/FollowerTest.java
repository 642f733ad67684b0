package dev.slipway.cli.operation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.slipway.cli.api.FakeApi;
import dev.slipway.cli.api.Operation;
import dev.slipway.cli.api.RefusedException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowerTest {
    private static final String EVENTS = "/api/v1/operations/o1/events";
    private static final String RUNNING = operation("RUNNING", "null");

    @TempDir
    private Path home;

    private FakeApi fake;

    @BeforeEach
    void start() {
        fake = new FakeApi(home);
        fake.answers("/operations/o1", RUNNING);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void stepsAreShownWhenTheyBeginAndEnd() {
        stream(event("operation", "1", RUNNING)
                + ": keep alive\n\n"
                + event("step", "2", step("RUNNING", "null"))
                + event("log", "3", "{\"step\":\"provision\",\"host\":\"h1\",\"text\":\"hello\"}")
                + event("step", "4", step("RUNNING", "null"))
                + event("step", "5", step("SUCCEEDED", "\"2026-01-01T00:00:02Z\""))
                + event("heartbeat", "6", "{}")
                + event("operation", "7", operation("SUCCEEDED", "null")));
        assertThat(follow(true).succeeded()).isTrue();
        assertThat(fake.output())
                .isEqualTo(
                        "  ...  1/3 Make hosts\n      h1: hello\n  ok   1/3 Make hosts, 2.0 s\nCREATE of demo: SUCCEEDED\n");
    }

    @Test
    void whatAnOperationWaitsForIsShownOnce() {
        var waiting = operation("PENDING", "null").replaceFirst("\\{", "{\"waitingFor\":\"o0 has to stop first.\",");
        stream(event("operation", "1", waiting)
                + event("operation", "2", waiting)
                + event("operation", "3", operation("SUCCEEDED", "null")));
        follow(true);
        assertThat(fake.output()).isEqualTo("  ... o0 has to stop first.\nCREATE of demo: SUCCEEDED\n");
    }

    @Test
    void theLogIsShownOnlyWhenAskedFor() {
        stream(event("log", "1", "{\"step\":\"provision\",\"text\":\"hello\"}")
                + event("operation", "2", operation("CANCELED", "null")));
        assertThat(follow(false).succeeded()).isFalse();
        assertThat(fake.output()).doesNotContain("hello");
    }

    @Test
    void aFailureIsToldWithStepAndHost() {
        stream(
                event("step", "1", step("FAILED", "null"))
                        + event(
                                "operation",
                                "2",
                                operation(
                                        "FAILED",
                                        "{\"type\":\"HOST_UNREACHABLE\",\"message\":\"no answer\",\"step\":\"preflight\",\"host\":\"h1\"}")));
        follow(false);
        assertThat(fake.output())
                .contains(
                        "!!   1/3 Make hosts",
                        "CREATE of demo: FAILED",
                        "HOST_UNREACHABLE in preflight on h1: no answer");
    }

    @Test
    void anOperationThatStopsTellsWhatCanBeDecided() {
        String stopped = operation("STOPPED", "{\"type\":\"DISK_FULL\",\"message\":\"no room\",\"step\":null}")
                .replace("\"failure\"", "\"choices\":[\"RETRY\",\"ROLL_BACK\"],\"failure\"");
        stream(event("step", "1", step("SKIPPED", "null")) + event("operation", "2", stopped));

        assertThat(follow(false).ended()).isFalse();

        assertThat(fake.output()).isEqualTo("""
                          -    1/3 Make hosts
                        CREATE of demo: STOPPED
                          DISK_FULL: no room
                        Mend the cause, then decide:
                          slipway operation retry o1
                          slipway operation roll-back o1
                        """);
    }

    @Test
    void whatCannotBeDecidedIsNotOffered() {
        fake.answers(
                "/operations/o1", operation("STOPPED", "null").replace("\"failure\"", "\"choices\":[],\"failure\""));

        follow(false);

        assertThat(fake.output()).isEqualTo("CREATE of demo: STOPPED\n");
    }

    @Test
    void aBrokenConnectionGoesOnAfterTheLastEventSeen() {
        fake.server()
                .stubFor(get(urlEqualTo(EVENTS))
                        .withHeader("Last-Event-ID", absent())
                        .willReturn(ok(event("step", "41", step("RUNNING", "null")))));
        fake.server()
                .stubFor(get(urlEqualTo(EVENTS))
                        .withHeader("Last-Event-ID", equalTo("41"))
                        .inScenario("broken")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(serverError())
                        .willSetStateTo("back"));
        fake.server()
                .stubFor(get(urlEqualTo(EVENTS))
                        .withHeader("Last-Event-ID", equalTo("41"))
                        .inScenario("broken")
                        .whenScenarioStateIs("back")
                        .willReturn(ok(event("operation", "42", operation("SUCCEEDED", "null")))));
        assertThat(follow(false).succeeded()).isTrue();
    }

    @Test
    void anOperationThatHasEndedIsToldAtOnce() {
        fake.answers("/operations/o1", operation("FAILED", "{\"type\":\"T\",\"message\":\"m\"}"));
        assertThat(follow(false).ended()).isTrue();
        assertThat(fake.output()).isEqualTo("CREATE of demo: FAILED\n  T: m\n");
    }

    @Test
    void aStepThatBeginsIsShownWithWhatIsLeftWhenThatIsKnown() {
        String estimated = RUNNING.replace(
                "\"failure\"",
                "\"estimate\":{\"remainingSeconds\":130,\"basedOn\":7,\"typicalErrorSeconds\":25},\"failure\"");
        stream(event("operation", "1", estimated)
                + event("step", "2", step("RUNNING", "null"))
                + event("step", "3", step("SUCCEEDED", "\"2026-01-01T00:00:02Z\""))
                + event("operation", "4", operation("SUCCEEDED", "null")));

        follow(false);

        assertThat(fake.output()).startsWith("""
                          ...  1/3 Make hosts, about 2 min 10 s left (±25 s, from 7 runs)
                          ok   1/3 Make hosts, 2.0 s
                        """);
    }

    @Test
    void programsGetOneObjectPerLineForEachEvent() {
        stream(event("step", "1", step("RUNNING", "null"))
                + event("log", "2", "{\"text\":\"hello\",\"later\":1}")
                + event("heartbeat", "3", "not JSON")
                + event("operation", "4", operation("SUCCEEDED", "null")));

        assertThat(lines(true).succeeded()).isTrue();

        assertThat(fake.output().lines())
                .containsExactly(
                        "{\"event\":\"operation\",\"data\":" + RUNNING + "}",
                        "{\"event\":\"step\",\"data\":" + step("RUNNING", "null") + "}",
                        "{\"event\":\"log\",\"data\":{\"text\":\"hello\",\"later\":1}}",
                        "{\"event\":\"operation\",\"data\":" + operation("SUCCEEDED", "null") + "}");
    }

    @Test
    void programsGetTheLogOnlyWhenTheyAskForIt() {
        stream(event("log", "1", "{\"text\":\"hello\"}") + event("operation", "2", operation("CANCELED", "null")));

        lines(false);

        assertThat(fake.output()).doesNotContain("hello");
    }

    @Test
    void aRefusedStreamIsAProblem() {
        fake.server().stubFor(get(urlEqualTo(EVENTS)).willReturn(aResponse().withStatus(403)));
        assertThatThrownBy(() -> follow(false)).isInstanceOf(RefusedException.class);
    }

    private Operation follow(boolean log) {
        return new Follower(fake.surroundings().api(), fake.surroundings().out()).follow("o1", log);
    }

    private Operation lines(boolean log) {
        JsonLines lines = new JsonLines(fake.surroundings().out(), log);
        return new Follower(fake.surroundings().api(), fake.surroundings().out()).follow("o1", lines);
    }

    private void stream(String text) {
        fake.server().stubFor(get(urlEqualTo(EVENTS)).willReturn(ok(text)));
    }

    private static ResponseDefinitionBuilder ok(String text) {
        return aResponse().withHeader("Content-Type", "text/event-stream").withBody(text);
    }

    private static String event(String name, String id, String data) {
        return "event: %s\nid: %s\ndata:%s\n\n".formatted(name, id, data);
    }

    private static String step(String state, String end) {
        return "{\"step\":\"provision\",\"title\":\"Make hosts\",\"position\":1,\"state\":\"%s\",\"attempts\":1,\"startedAt\":\"2026-01-01T00:00:00Z\",\"endedAt\":%s,\"worker\":null}"
                .formatted(state, end);
    }

    private static String operation(String state, String failure) {
        return "{\"id\":\"o1\",\"clusterName\":\"demo\",\"kind\":\"CREATE\",\"state\":\"%s\",\"stepsDone\":0,\"stepsTotal\":3,\"failure\":%s}"
                .formatted(state, failure);
    }
}
