package dev.slipway.cli.demo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.slipway.cli.api.FakeApi;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.progress.Detail;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTest {
    private static final String NOTHING = "{\"items\":[],\"next\":null}";
    private static final String REGION = """
        {"items":[{"id":"r1","name":"local","containerHosts":
         {"network":"slipway","subnet":"172.30.0.0/16","image":"host:1"}}]}
        """;
    private static final String URL = "http://172.30.0.10:8080";
    private static final String INDEX = "the digest of its index";

    @TempDir
    private Path home;

    private FakeApi fake;
    private Registration registration;

    @BeforeEach
    void start() {
        fake = new FakeApi(home);
        registration = new Registration(
                fake.surroundings().api(), fake.surroundings().instance().network());
        fake.answers("/regions?name=local", NOTHING);
        fake.answers("/zones?name=zone-a", NOTHING);
        fake.answers("/deploy-plans?name=demo", NOTHING);
        for (String collection : new String[] {"zones", "deploy-plans"}) {
            fake.server().stubFor(post("/api/v1/" + collection).willReturn(okJson("{}")));
        }
        fake.server()
                .stubFor(post("/api/v1/regions").willReturn(okJson("{\"containerHosts\":{\"image\":\"host:1\"}}")));
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void placesAreRegisteredOnTheHostsNetwork() {
        registration.places("host:1");
        fake.server().verify(postRequestedFor(urlEqualTo("/api/v1/regions")).withRequestBody(equalToJson("""
            {"name":"local","kind":"CONTAINER_HOSTS",
             "containerHosts":{"network":"slipway","subnet":"172.30.0.0/16","image":"host:1"}}
            """)));
        fake.server().verify(postRequestedFor(urlEqualTo("/api/v1/zones")).withRequestBody(equalToJson("""
            {"name":"zone-a","region":"local","addressRange":{"first":"172.30.1.10","last":"172.30.1.250"}}
            """)));
        fake.server()
                .verify(postRequestedFor(urlEqualTo("/api/v1/deploy-plans"))
                        .withRequestBody(matchingJsonPath("$.zones[0]")));
    }

    @Test
    void aNewHostImageReplacesTheOneOfTheRegion() {
        fake.answers("/regions?name=local", REGION.replace("host:1", "host:0"));
        fake.server().stubFor(put("/api/v1/regions/r1").willReturn(okJson("{}")));
        registration.places("host:1");
        fake.server().verify(putRequestedFor(urlEqualTo("/api/v1/regions/r1")));
        fake.server().verify(0, postRequestedFor(urlEqualTo("/api/v1/regions")));
    }

    @Test
    void otherAddressesBecomeThoseOfRegionAndZone() {
        moved();
        fake.answers("/clusters", NOTHING);
        for (String place : List.of("deploy-plans/p1", "zones/z1")) {
            fake.server().stubFor(delete("/api/v1/" + place).willReturn(noContent()));
        }
        fake.server().stubFor(put("/api/v1/regions/r1").willReturn(okJson("{}")));
        fake.server()
                .stubFor(get("/api/v1/zones?name=zone-a")
                        .inScenario("removal")
                        .whenScenarioStateIs("removed")
                        .willReturn(okJson(NOTHING)));
        fake.server()
                .stubFor(delete("/api/v1/zones/z1")
                        .inScenario("removal")
                        .willReturn(noContent())
                        .willSetStateTo("removed"));

        registration.places("host:1");

        fake.server().verify(deleteRequestedFor(urlEqualTo("/api/v1/deploy-plans/p1")));
        fake.server().verify(deleteRequestedFor(urlEqualTo("/api/v1/zones/z1")));
        fake.server()
                .verify(putRequestedFor(urlEqualTo("/api/v1/regions/r1"))
                        .withRequestBody(matchingJsonPath("$.containerHosts[?(@.subnet == '172.30.0.0/16')]")));
        fake.server()
                .verify(postRequestedFor(urlEqualTo("/api/v1/zones"))
                        .withRequestBody(matchingJsonPath("$.addressRange[?(@.first == '172.30.1.10')]")));
    }

    @Test
    void aZoneStaysAsAPersonHasChangedIt() {
        fake.answers("/regions?name=local", REGION);
        fake.answers("/zones?name=zone-a", """
            {"items":[{"id":"z1","name":"zone-a","addressRange":{"first":"172.30.1.20","last":"172.30.1.90"}}]}
            """);

        registration.places("host:1");

        fake.server().verify(0, putRequestedFor(urlEqualTo("/api/v1/zones/z1")));
        fake.server().verify(0, postRequestedFor(urlEqualTo("/api/v1/zones")));
    }

    @Test
    void addressesThatHostsHaveAreKept() {
        moved();
        fake.answers("/clusters", """
            {"items":[{"name":"demo","spec":{"deployMode":"AUTOMATIC"}},{"name":"own","spec":{"deployMode":"MANUAL"}}]}
            """);

        assertThatThrownBy(() -> registration.places("host:1"))
                .hasMessageStartingWith("The hosts of demo have addresses of 172.31.0.0/16 on the network slipway")
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.waysOut())
                        .anyMatch(way -> way.contains("SLIPWAY_SUBNET=172.31.0.0/16 slipway up")));
    }

    private void moved() {
        fake.answers("/regions?name=local", REGION.replace("172.30", "172.31"));
        fake.answers("/zones?name=zone-a", """
            {"items":[{"id":"z1","name":"zone-a","addressRange":{"first":"172.31.1.10","last":"172.31.1.250"}}]}
            """);
        fake.answers("/deploy-plans?name=demo", "{\"items\":[{\"id\":\"p1\",\"name\":\"demo\"}]}");
    }

    @Test
    void aNewPackageIsWaitedForUntilItIsVerified() {
        fake.answers("/packages", NOTHING);
        fake.server()
                .stubFor(post("/api/v1/packages")
                        .willReturn(aResponse()
                                .withStatus(202)
                                .withBody("{\"id\":\"p1\",\"state\":\"VERIFYING\",\"verified\":3,\"total\":9}")));
        fake.server()
                .stubFor(get("/api/v1/packages/p1")
                        .inScenario("verification")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(okJson("{\"id\":\"p1\",\"state\":\"VERIFYING\"}"))
                        .willSetStateTo("verified"));
        fake.server()
                .stubFor(get("/api/v1/packages/p1")
                        .inScenario("verification")
                        .whenScenarioStateIs("verified")
                        .willReturn(okJson("{\"id\":\"p1\",\"state\":\"ONLINE\"}")));
        registration.offlinePackage(URL, INDEX, new Detail(line -> {}));
        fake.server()
                .verify(postRequestedFor(urlEqualTo("/api/v1/packages")).withRequestBody(matchingJsonPath("$.url")));
    }

    @Test
    void aKnownPackageThatMayBeWrongIsLookedAtAgain() {
        fake.server()
                .stubFor(post("/api/v1/packages/p1/check").willReturn(okJson("{\"id\":\"p1\",\"state\":\"ONLINE\"}")));

        known("UNREACHABLE", INDEX);
        registration.offlinePackage(URL, INDEX, new Detail(line -> {}));
        known("ONLINE", "another");
        registration.offlinePackage(URL, INDEX, new Detail(line -> {}));

        fake.server().verify(2, postRequestedFor(urlEqualTo("/api/v1/packages/p1/check")));
        fake.server().verify(0, postRequestedFor(urlEqualTo("/api/v1/packages")));
    }

    @Test
    void aPackageThatOthersMayUseIsLeftAlone() {
        known("ONLINE", INDEX);

        registration.offlinePackage(URL, INDEX, new Detail(line -> {}));

        fake.server().verify(0, postRequestedFor(urlEqualTo("/api/v1/packages/p1/check")));
    }

    private void known(String state, String index) {
        fake.answers("/packages", """
            {"items":[{"id":"p1","url":"%s","state":"%s","indexSha256":"%s"}]}
            """.formatted(URL, state, index));
    }

    @Test
    void aPackageThatCannotBeUsedIsRefusedWithItsReason() {
        fake.answers("/packages", NOTHING);
        fake.server()
                .stubFor(post("/api/v1/packages")
                        .willReturn(okJson("{\"id\":\"p1\",\"state\":\"DAMAGED\",\"message\":\"kubectl differs\"}")));
        assertThatThrownBy(() -> registration.offlinePackage(URL, INDEX, new Detail(line -> {})))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The offline package at http://172.30.0.10:8080 is DAMAGED: kubectl differs");
        assertThat(fake.told()).isEmpty();
    }
}
