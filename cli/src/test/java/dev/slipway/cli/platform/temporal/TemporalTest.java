package dev.slipway.cli.platform.temporal;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.instance.Ports;
import dev.slipway.cli.platform.postgres.Databases;
import dev.slipway.cli.platform.postgres.PostgresServer;
import dev.slipway.cli.platform.programs.BuiltPlatform;
import dev.slipway.cli.platform.supervisor.Program;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class TemporalTest {
    private final TemporalSettings settings = new TemporalSettings(new Ports(7000), "word");

    /** Nothing listens there. */
    private static final Databases NO_DATABASES =
            new Databases(new PostgresServer(Path.of("/p"), Path.of("/d"), 1), "");

    @TempDir
    private Path folder;

    @Test
    void everythingListensOnTheLoopbackAddress() {
        JsonNode tree = new YAMLMapper().readTree(settings.text());
        for (JsonNode service : tree.path("services")) {
            assertThat(service.path("rpc").path("bindOnLocalHost").asBoolean()).isTrue();
        }
        assertThat(tree.at("/services/frontend/rpc/grpcPort").asInt()).isEqualTo(7033);
        assertThat(tree.at("/services/worker/rpc/membershipPort").asInt()).isEqualTo(7046);
        assertThat(tree.at("/persistence/datastores/visibility/sql/databaseName")
                        .asString())
                .isEqualTo("temporal_visibility");
    }

    @Test
    void thePasswordIsInAPrivateFileOnly() {
        TemporalServer server =
                new TemporalServer(new TemporalPrograms(Path.of("/s"), Path.of("/t")), folder, settings);
        Program program = server.program();
        assertThat(program.command()).noneMatch(argument -> argument.contains("word"));
        assertThat(folder.resolve("slipway.yaml")).content().contains("word");
        assertThat(settings.toString()).doesNotContain("word");
    }

    @Test
    void itsProgramsAreThoseOfThePlatform() throws IOException {
        TemporalPrograms programs =
                TemporalPrograms.from(BuiltPlatform.in(folder, "temporal-server", "temporal-sql-tool"));

        assertThat(programs.server()).hasContent("temporal-server");
        assertThat(programs.sqlTool()).hasContent("temporal-sql-tool");
    }

    @Test
    void tablesThatThisVersionHasMadeAreLeftAlone() {
        TemporalServer server =
                new TemporalServer(new TemporalPrograms(Path.of("/s"), Path.of("/t")), folder, settings);
        PrivateFiles.write(folder.resolve("temporal.schema"), "/t");
        PrivateFiles.write(folder.resolve("temporal_visibility.schema"), "/t");

        assertThatCode(() -> server.prepareSchema(NO_DATABASES)).doesNotThrowAnyException();
    }

    @Test
    void tablesThatCannotBeLookedAtAreNotTakenForMade() {
        TemporalServer server =
                new TemporalServer(new TemporalPrograms(Path.of("/s"), Path.of("/new")), folder, settings);
        PrivateFiles.write(folder.resolve("temporal.schema"), "/t");

        assertThatThrownBy(() -> server.prepareSchema(NO_DATABASES)).isInstanceOf(ProblemException.class);

        assertThat(folder.resolve("temporal.schema")).hasContent("/t");
    }

    @Test
    void theNamespaceIsMadeOnceTheServerServes() {
        WireMockServer server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        try {
            server.stubFor(get("/api/v1/namespaces/slipway").willReturn(notFound()));
            server.stubFor(post("/api/v1/namespaces")
                    .inScenario("start")
                    .whenScenarioStateIs(Scenario.STARTED)
                    .willReturn(serverError())
                    .willSetStateTo("serving"));
            server.stubFor(post("/api/v1/namespaces")
                    .inScenario("start")
                    .whenScenarioStateIs("serving")
                    .willReturn(ok()));
            new TemporalNamespace(server.port()).ensure();
            server.verify(
                    2,
                    postRequestedFor(urlEqualTo("/api/v1/namespaces"))
                            .withRequestBody(matchingJsonPath("$.namespace", equalTo("slipway"))));
            server.stubFor(get("/api/v1/namespaces/slipway").willReturn(ok()));
            new TemporalNamespace(server.port()).ensure();
        } finally {
            server.stop();
        }
    }
}
