package dev.slipway.cli.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.slipway.cli.failure.ProblemException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlipwayApiTest {
    @TempDir
    private Path home;

    private FakeApi fake;
    private SlipwayApi api;

    @BeforeEach
    void start() {
        fake = new FakeApi(home);
        api = fake.surroundings().api();
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void theTokenIsSentWithEveryRequest() {
        fake.server()
                .stubFor(get(urlEqualTo("/api/v1/clusters"))
                        .withHeader("Authorization", equalTo("Bearer slw_word"))
                        .willReturn(okJson("{\"items\":[{\"name\":\"a\"}],\"next\":null}")));
        assertThat(api.all("/clusters")).hasSize(1);
    }

    @Test
    void aCallWhoseAnswerWasLostIsRepeatedWithItsKey() {
        fake.server()
                .stubFor(post("/api/v1/clusters")
                        .inScenario("lost")
                        .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE))
                        .willSetStateTo("again"));
        fake.server()
                .stubFor(post("/api/v1/clusters")
                        .inScenario("lost")
                        .whenScenarioStateIs("again")
                        .willReturn(okJson("{\"id\":\"c1\"}")));

        assertThat(api.client().post("/clusters", Map.of()).path("id").asString())
                .isEqualTo("c1");

        assertThat(fake.server().findAll(postRequestedFor(urlEqualTo("/api/v1/clusters"))))
                .hasSize(2)
                .extracting(request -> request.getHeader("Idempotency-Key"))
                .doesNotContainNull()
                .containsOnly(fake.server()
                        .findAll(postRequestedFor(urlEqualTo("/api/v1/clusters")))
                        .getFirst()
                        .getHeader("Idempotency-Key"));
    }

    @Test
    void anAnswerThatIsAlwaysLostIsAFailure() {
        fake.server().stubFor(post("/api/v1/clusters").willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThatThrownBy(() -> api.client().post("/clusters", Map.of())).hasMessageContaining("does not answer");

        fake.server().verify(3, postRequestedFor(urlEqualTo("/api/v1/clusters")));
    }

    @Test
    void allPagesAreRead() {
        fake.answers("/clusters?name=x", "{\"items\":[{\"name\":\"a\"}],\"next\":\"p 2\"}");
        fake.answers("/clusters?name=x&cursor=p+2", "{\"items\":[{\"name\":\"b\"}]}");
        assertThat(api.all("/clusters?name=x"))
                .extracting(item -> item.path("name").asString())
                .containsExactly("a", "b");
    }

    @Test
    void aNameMustMatchExactly() {
        fake.answers(
                "/clusters?name=demo",
                "{\"items\":[{\"name\":\"demo-2\",\"id\":\"2\"},{\"name\":\"demo\",\"id\":\"1\"}]}");
        assertThat(api.cluster("demo").path("id").asString()).isEqualTo("1");
    }

    @Test
    void anIdFindsAsWell() {
        String id = "0b7f1f4e-7d0a-4c6e-9a7e-0d6d8f7c2a11";
        fake.answers("/clusters?name=" + id, "{\"items\":[]}");
        fake.answers("/clusters/" + id, "{\"name\":\"demo\"}");
        assertThat(api.find("/clusters", id)).isPresent();
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        String id = "0b7f1f4e-7d0a-4c6e-9a7e-0d6d8f7c2a12";
        fake.answers("/clusters?name=" + id, "{\"items\":[]}");
        fake.answers("/clusters?name=nobody", "{\"items\":[]}");
        assertThat(api.find("/clusters", id)).isEmpty();
        assertThatThrownBy(() -> api.cluster("nobody"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("There is no cluster nobody");
    }

    @Test
    void workIsStartedWithAKeyThatMakesARepeatHarmless() {
        fake.server()
                .stubFor(post("/api/v1/clusters")
                        .withHeader("Idempotency-Key", matching("[0-9a-f-]{36}"))
                        .willReturn(okJson("{\"a\":1}")));
        fake.server().stubFor(put("/api/v1/regions/1").willReturn(okJson("{}")));
        fake.server().stubFor(delete("/api/v1/clusters/1").willReturn(noContent()));
        fake.server().stubFor(post("/api/v1/operations/1/cancel").willReturn(noContent()));
        assertThat(api.client().post("/clusters", Map.of("name", "x")).path("a").asInt())
                .isEqualTo(1);
        assertThat(api.client().put("/regions/1", Map.of())).isEmpty();
        assertThat(api.client().delete("/clusters/1")).isEmpty();
        assertThat(api.client().act("/operations/1/cancel")).isEmpty();
    }

    @Test
    void everyViolationIsToldWithItsField() {
        refuse(422, """
            {"title":"The cluster cannot be made","detail":"2 rules are broken","status":422,
             "errors":[{"field":"name","message":"is taken"},{"field":"workers","message":"must be at least 1"}]}
            """);
        assertThatThrownBy(() -> api.client().post("/clusters", Map.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("The cluster cannot be made: 2 rules are broken\n"
                        + "  name: is taken\n  workers: must be at least 1")
                .asInstanceOf(type(RefusedException.class))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(422));
    }

    @Test
    void anAnswerThatIsNoProblemIsToldByItsStatus() {
        refuse(502, "<html>");
        assertThatThrownBy(() -> api.client().post("/clusters", Map.of())).hasMessageContaining("502");
        refuse(401, "");
        assertThatThrownBy(() -> api.client().post("/clusters", Map.of())).hasMessage("The token is not accepted");
        refuse(400, "{\"detail\":\"only this\"}");
        assertThatThrownBy(() -> api.client().post("/clusters", Map.of())).hasMessage("only this");
        refuse(400, "{\"title\":\"Bad\"}");
        assertThatThrownBy(() -> api.client().post("/clusters", Map.of())).hasMessage("Bad");
    }

    @Test
    void aServerThatIsDownIsSaidSo() {
        fake.close();
        assertThatThrownBy(() -> api.all("/clusters"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void aClusterThatIsRefusedByItsIdIsNotTakenForAMissingOne() {
        String id = "0b7f1f4e-7d0a-4c6e-9a7e-0d6d8f7c2a13";
        fake.answers("/clusters?name=" + id, "{\"items\":[]}");
        fake.server()
                .stubFor(get(urlEqualTo("/api/v1/clusters/" + id))
                        .willReturn(aResponse().withStatus(403)));

        assertThatThrownBy(() -> api.cluster(id)).isInstanceOf(RefusedException.class);
    }

    @Test
    void anotherProgramOnThePortIsToldApart() {
        fake.answers("/clusters", "<html>Welcome</html>");

        assertThatThrownBy(() -> api.all("/clusters"))
                .hasMessage("What answers at " + fake.server().baseUrl() + " is not Slipway's API")
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.waysOut()).contains("see which program it is: ss -ltnp"));
    }

    private void refuse(int status, String body) {
        fake.server()
                .stubFor(post("/api/v1/clusters")
                        .willReturn(aResponse().withStatus(status).withBody(body)));
    }
}
