package dev.slipway.cli.operation;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.api.FakeApi;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class OperationWishTest {
    private static final String OPERATIONS = "/api/v1/operations/o1/";
    private static final String ANSWER = "{\"id\": \"o1\", \"state\": \"RUNNING\", \"later\": 1}";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path home;

    private FakeApi fake;

    @BeforeEach
    void start() {
        fake = new FakeApi(home);
        fake.server().stubFor(post(urlMatching(OPERATIONS + ".*")).willReturn(okJson("{}")));
        fake.answers("/operations/o1", """
                {"id": "o1", "clusterName": "demo", "kind": "CREATE", "state": "STOPPED"}
                """);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @ParameterizedTest
    @CsvSource({"retry,RETRY", "abandon,ABANDON", "leave-behind,LEAVE_BEHIND"})
    void aDecisionIsSentWithItsReason(String command, String decision) {
        assertThat(run(command, "o1", "--reason", "disk replaced")).isZero();

        fake.server()
                .verify(postRequestedFor(urlEqualTo(OPERATIONS + "decisions"))
                        .withRequestBody(equalToJson("""
                {"decision": "%s", "reason": "disk replaced"}""".formatted(decision))));
        assertThat(fake.output()).contains("slipway operation follow o1");
    }

    @Test
    void aRetryChangesWhatIsSet() {
        assertThat(run(
                        "retry",
                        "o1",
                        "--set",
                        "apiPort=7443",
                        "--set",
                        "network.podNetwork=10.32.0.0/16",
                        "--set",
                        "labels.example.com/team=7",
                        "--set",
                        "labels.old=",
                        "--reason",
                        "port in use"))
                .isZero();

        fake.server()
                .verify(postRequestedFor(urlEqualTo(OPERATIONS + "decisions")).withRequestBody(equalToJson("""
                {"decision": "RETRY", "reason": "port in use", "changes": {"apiPort": 7443,
                 "network": {"podNetwork": "10.32.0.0/16"}, "labels": {"example.com/team": "7", "old": null}}}
                """)));
    }

    @Test
    void labelsAreSetOneByOne() {
        assertThat(run("retry", "o1", "--set", "labels=blue")).isNotZero();

        fake.server().verify(0, postRequestedFor(urlEqualTo(OPERATIONS + "decisions")));
    }

    @ParameterizedTest
    @CsvSource({"cancel", "pause", "resume"})
    void aWishHasAPathOfItsOwn(String command) {
        assertThat(run(command, "o1")).isZero();

        fake.server().verify(postRequestedFor(urlEqualTo(OPERATIONS + command)).withRequestBody(equalToJson("{}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "pause", "resume", "retry", "abandon", "leave-behind"})
    void programsGetTheOperationThatTheApiAnswersWith(String command) {
        fake.server().stubFor(post(urlMatching(OPERATIONS + ".*")).willReturn(okJson(ANSWER)));

        assertThat(run(command, "o1", "--output", "json")).isZero();

        assertThat(JSON.readTree(fake.output())).isEqualTo(JSON.readTree(ANSWER));
    }

    @Test
    void showsWhatAnOperationWaitsFor() {
        fake.answers("/operations/o1", """
                {"id": "o1", "clusterName": "demo", "kind": "DELETE", "state": "PENDING", "waitingFor": "o0 has to stop first."}
                """);
        fake.answers("/operations/o1/steps", """
                {"items": []}
                """);

        assertThat(run("show", "o1")).isZero();

        assertThat(fake.output()).contains("DELETE of demo: PENDING", "o0 has to stop first.");
    }

    @Test
    void rollingBackForAProgramTellsWhatItUndoesBesideTheAnswer() {
        fake.server().stubFor(post(urlMatching(OPERATIONS + ".*")).willReturn(okJson(ANSWER)));
        fake.answers("/operations/o1/rollback", """
                {"possible": true, "undo": [{"title": "Destroy hosts", "what": "destroys the hosts"}]}
                """);

        assertThat(run("roll-back", "o1", "--yes", "-o", "json")).isZero();

        assertThat(fake.told()).contains("Destroy hosts: destroys the hosts");
        assertThat(JSON.readTree(fake.output())).isEqualTo(JSON.readTree(ANSWER));
    }

    @Test
    void rollingBackShowsWhatItUndoesFirst() {
        fake.answers("/operations/o1/rollback", """
                {"possible": true, "undo": [{"step": "DESTROY_HOSTS", "title": "Destroy hosts", "what": "destroys the hosts"}],
                 "pointOfNoReturn": "PUBLISH"}
                """);

        assertThat(run("roll-back", "o1", "--yes")).isZero();

        assertThat(fake.output())
                .contains(
                        "Destroy hosts: destroys the hosts",
                        "Point of no return: once PUBLISH has succeeded",
                        "rolling back");
        fake.server()
                .verify(postRequestedFor(urlEqualTo(OPERATIONS + "decisions")).withRequestBody(equalToJson("""
                {"decision": "ROLL_BACK"}""")));
    }

    @Test
    void nothingIsAskedWhenNothingCanBeRolledBack() {
        fake.answers("/operations/o1/rollback", """
                {"possible": false, "reason": "What a deletion has removed cannot be brought back."}
                """);

        assertThat(run("roll-back", "o1")).isNotZero();

        fake.server().verify(0, postRequestedFor(urlEqualTo(OPERATIONS + "decisions")));
    }

    private int run(String... arguments) {
        return OperationCommands.commandLine(fake.surroundings()).execute(arguments);
    }
}
