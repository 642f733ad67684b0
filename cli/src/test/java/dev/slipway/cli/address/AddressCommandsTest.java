package dev.slipway.cli.address;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.api.FakeApi;
import dev.slipway.cli.api.RefusedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class AddressCommandsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FIRST = """
            {"id": "l1", "zoneId": "z1", "address": "172.30.1.11", "host": "demo-worker-1", "cluster": "demo",
             "reason": "Destroy hosts ended with REGION_UNREACHABLE: gone", "lockedAt": "2026-11-30T10:00:00Z"}
            """;
    private static final String OTHER_REGION = FIRST.replace("l1", "l3").replace("z1", "z2");
    private static final String PATH = "/api/v1/zones/z1/locked-addresses/l1";

    @TempDir
    private Path home;

    private FakeApi fake;
    private @Nullable Exception problem;

    @BeforeEach
    void start() {
        fake = new FakeApi(home);
        fake.answers("/zones", "{\"items\": [{\"id\": \"z1\", \"name\": \"a\"}, {\"id\": \"z2\", \"name\": \"b\"}]}");
        fake.answers("/zones?name=a", "{\"items\": [{\"id\": \"z1\", \"name\": \"a\"}]}");
        fake.answers("/zones?name=nowhere", "{\"items\": []}");
        fake.answers("/zones/z1/locked-addresses", "{\"items\": [%s]}".formatted(FIRST));
        fake.answers("/zones/z2/locked-addresses", "{\"items\": []}");
        fake.server().stubFor(delete(anyUrl()).willReturn(aResponse().withStatus(204)));
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void theLockedAddressesOfAllZonesAreListed() {
        assertThat(run("list")).isZero();

        assertThat(fake.output().lines())
                .containsExactly(
                        "ADDRESS      ZONE  HOST           CLUSTER  LOCKED                REASON",
                        "172.30.1.11  a     demo-worker-1  demo     2026-11-30T10:00:00Z  "
                                + "Destroy hosts ended with REGION_UNREACHABLE: gone");
    }

    @Test
    void thoseOfOneZoneAreListedForAProgram() {
        assertThat(run("list", "--zone", "a", "--output", "json")).isZero();

        assertThat(JSON.readTree(fake.output())).isEqualTo(JSON.readTree("[" + FIRST + "]"));
    }

    @Test
    void aZoneThatIsNotThereIsSaidSo() {
        assertThat(run("list", "--zone", "nowhere")).isNotZero();

        assertThat(problem).hasMessage("There is no zone nowhere");
    }

    @Test
    void anAddressIsReleased() {
        assertThat(run("release", "172.30.1.11", "--yes")).isZero();

        fake.server().verify(1, deleteRequestedFor(urlEqualTo(PATH)));
        assertThat(fake.output()).isEqualTo("released 172.30.1.11 in zone a\n");
    }

    @Test
    void aProgramIsAnsweredWithWhatWasReleased() {
        assertThat(run("release", "172.30.1.11", "--yes", "-o", "json")).isZero();

        assertThat(JSON.readTree(fake.output())).isEqualTo(JSON.readTree(FIRST));
    }

    @Test
    void nothingIsReleasedWithoutAYes() {
        assertThat(run("release", "172.30.1.11")).isNotZero();

        fake.server().verify(0, deleteRequestedFor(anyUrl()));
        assertThat(fake.told()).contains("The host demo-worker-1 of the cluster demo was left behind with 172.30.1.11");
        assertThat(problem).hasMessage("Nothing was removed");
    }

    @Test
    void anAddressThatIsNotLockedIsSaidSo() {
        assertThat(run("release", "172.30.1.12", "--yes")).isNotZero();

        fake.server().verify(0, deleteRequestedFor(anyUrl()));
        assertThat(problem).hasMessage("The address 172.30.1.12 is not locked");
    }

    @Test
    void whoseAddressItIsHasToBeSaidWhenTwoRegionsHaveIt() {
        fake.answers("/zones/z2/locked-addresses", "{\"items\": [%s]}".formatted(OTHER_REGION));

        assertThat(run("release", "172.30.1.11", "--yes")).isNotZero();
        assertThat(problem).hasMessage("The address 172.30.1.11 is locked in several zones: a, b");

        assertThat(run("release", "172.30.1.11", "--zone", "a", "--yes")).isZero();
        fake.server().verify(1, deleteRequestedFor(anyUrl()));
        fake.server().verify(1, deleteRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void oneThatSomebodyReleasedMeanwhileIsReleased() {
        fake.server().stubFor(delete(PATH).willReturn(aResponse().withStatus(404)));

        assertThat(run("release", "172.30.1.11", "--yes")).isZero();
    }

    @Test
    void aRefusalIsTold() {
        fake.server().stubFor(delete(PATH).willReturn(aResponse().withStatus(403)));

        assertThat(run("release", "172.30.1.11", "--yes")).isNotZero();
        assertThat(problem).isInstanceOf(RefusedException.class);
        assertThat(fake.output()).isEmpty();
    }

    private int run(String... arguments) {
        var line = AddressCommands.commandLine(fake.surroundings());
        line.setExecutionExceptionHandler((exception, command, result) -> {
            problem = exception;
            return 1;
        });
        return line.execute(arguments);
    }
}
