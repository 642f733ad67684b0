package dev.slipway.toolkit.planservice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.nimbusds.jwt.SignedJWT;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.toolkit.log.LogChunk;
import dev.slipway.toolkit.log.LogLine;
import dev.slipway.toolkit.temporal.Failures;
import dev.slipway.toolkit.token.TestKeys;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlanServiceClientTest {
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(20), 3, Duration.ofMillis(1), Duration.ofMinutes(1));
    private static final String PROBLEM = "{\"detail\":\"told by plan-service\"}";

    @RegisterExtension
    static final WireMockExtension server =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private PlanServiceClient client;

    @BeforeEach
    void connect() {
        var issuer = TestKeys.create("install-worker").issuer("install-worker", Clock.systemUTC());
        client = new PlanServiceClient(URI.create(server.baseUrl() + "/"), issuer, SHORT);
    }

    @Test
    void readsHowToReachTheNodes() {
        server.stubFor(get("/internal/clusters/c1/access").willReturn(okJson("""
                {"nodes":[{"name":"n1","address":"10.0.0.1","port":22,"username":"root","privateKey":"tops3cret",
                "password":null,"hostKey":null,"addedLater":1}]}""")));

        var node = client.access("c1").nodes().getFirst();

        assertThat(node.privateKey()).isEqualTo("tops3cret");
        assertThat(node.secrets()).containsExactly("tops3cret");
        assertThat(node).hasToString("NodeAccess[n1, root@10.0.0.1:22]");
        server.verify(getRequestedFor(urlEqualTo("/internal/clusters/c1/access"))
                .withHeader("Authorization", matching("Bearer .+")));
    }

    @Test
    void pinsAHostKey() {
        server.stubFor(any(anyUrl()).willReturn(noContent()));

        client.pinHostKey("c1", "n1", "ssh-ed25519 AAAA");

        server.verify(putRequestedFor(urlEqualTo("/internal/clusters/c1/nodes/n1/host-key"))
                .withRequestBody(equalToJson("{\"hostKey\":\"ssh-ed25519 AAAA\"}")));
    }

    @Test
    void namesAChangedHostKey() {
        answer(409);

        assertFails(() -> client.pinHostKey("c1", "n1", "other"), FailureType.HOST_KEY_CHANGED);
    }

    @Test
    void namesWhatIsGone() {
        answer(404);

        assertFails(() -> client.access("c1"), FailureType.RESOURCE_UNAVAILABLE);
    }

    @Test
    void doesNotRepeatWhatIsRefused() {
        answer(403);

        assertFails(() -> client.access("c1"), FailureType.UNEXPECTED);
        server.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void quotesNothingOfAnAnswerItCannotRead() {
        server.stubFor(any(anyUrl()).willReturn(okJson("{\"nodes\":[{\"port\":\"tops3cret\"}]}")));

        assertThatThrownBy(() -> client.access("c1"))
                .hasNoCause()
                .satisfies(e -> assertThat(Failures.from(e).message())
                        .contains("is not readable")
                        .doesNotContain("tops3cret"));
    }

    @Test
    void needsNoDetailToNameARefusal() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404).withBody("<html>")));

        assertThatThrownBy(() -> client.access("c1"))
                .satisfies(e -> assertThat(Failures.from(e).message()).endsWith("with status 404"));
    }

    @Test
    void storesTheKubeconfig() {
        server.stubFor(any(anyUrl()).willReturn(noContent()));

        client.storeKubeconfig("c1", "apiVersion: v1");

        server.verify(putRequestedFor(urlEqualTo("/internal/clusters/c1/kubeconfig"))
                .withRequestBody(equalToJson("{\"kubeconfig\":\"apiVersion: v1\"}")));
    }

    @Test
    void bringsLinesOfALog() {
        server.stubFor(any(anyUrl()).willReturn(noContent()));
        var line = new LogLine(Instant.parse("2026-01-01T00:00:00Z"), "n1", "hello");

        client.appendLog(new LogChunk("op1", Step.IMAGES, "run/3", 2, "1@worker", 201, List.of(line)));

        server.verify(
                postRequestedFor(urlEqualTo("/internal/operations/op1/log")).withRequestBody(equalToJson("""
                {"step":"IMAGES","source":"run/3","attempt":2,"worker":"1@worker","firstNumber":201,
                "lines":[{"at":"2026-01-01T00:00:00Z","host":"n1","text":"hello"}]}""")));
    }

    @Test
    void triesAgainWhenTheServiceIsInTrouble() {
        var first = get(anyUrl()).inScenario("restart").whenScenarioStateIs(Scenario.STARTED);
        server.stubFor(first.willReturn(serverError()).willSetStateTo("up"));
        var second = get(anyUrl()).inScenario("restart").whenScenarioStateIs("up");
        server.stubFor(second.willReturn(okJson("{\"nodes\":[]}")));

        assertThat(client.access("c1").nodes()).isEmpty();
    }

    @Test
    void namesAServiceThatStaysInTrouble() {
        server.stubFor(any(anyUrl()).willReturn(serverError()));

        assertThatThrownBy(() -> client.access("c1"))
                .satisfies(e -> assertThat(Failures.from(e).type()).isEqualTo(FailureType.SERVICE_UNREACHABLE));
        server.verify(3, getRequestedFor(anyUrl()));
    }

    @Test
    void namesAServiceThatDoesNotAnswer() {
        var issuer = TestKeys.create("install-worker").issuer("install-worker", Clock.systemUTC());
        var nobody = new PlanServiceClient(URI.create("http://127.0.0.1:1"), issuer, SHORT);

        assertThatThrownBy(() -> nobody.access("c1"))
                .satisfies(e -> assertThat(Failures.from(e).message()).contains("does not answer at 127.0.0.1:1"));
    }

    @Test
    void givesTerraformAPasswordForOneState() throws Exception {
        var password = SignedJWT.parse(client.terraformStatePassword("c1")).getJWTClaimsSet();

        assertThat(password.getStringClaim("state")).isEqualTo("c1");
        assertThat(password.getAudience()).containsExactly("plan-service");
        assertThat(client.terraformStateAddress("c1"))
                .isEqualTo(URI.create(server.baseUrl() + "/internal/clusters/c1/terraform-state"));
    }

    @Test
    void givesUpBeforeItWouldBeTakenForDead() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(60_000)));
        var brief = new Patience(Duration.ofMillis(300), 50, Duration.ofMillis(1), Duration.ofMillis(1));
        var issuer = TestKeys.create("install-worker").issuer("install-worker", Clock.systemUTC());

        var hasty = new PlanServiceClient(URI.create(server.baseUrl()), issuer, brief);

        assertThatThrownBy(() -> hasty.access("c1"))
                .satisfies(e -> assertThat(Failures.from(e).type()).isEqualTo(FailureType.SERVICE_UNREACHABLE));
        // On a busy machine the time is up before the request has arrived.
        assertThat(server.findAll(getRequestedFor(anyUrl()))).hasSizeLessThanOrEqualTo(1);
        assertThat(Patience.STANDARD.begin().plus(Patience.STANDARD.timeout())).isLessThan(Duration.ofSeconds(25));
    }

    @Test
    void isPatientByDefault() {
        assertThat(Patience.STANDARD.before(2)).isEqualTo(Duration.ofMillis(250));
        assertThat(Patience.STANDARD.before(4)).isEqualTo(Duration.ofSeconds(1));
    }

    private static void answer(int status) {
        server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(PROBLEM)));
    }

    private static void assertFails(ThrowingCallable call, FailureType type) {
        assertThatThrownBy(call).satisfies(e -> {
            assertThat(Failures.from(e).type()).isEqualTo(type);
            assertThat(Failures.from(e).message()).isEqualTo("told by plan-service");
        });
    }
}
