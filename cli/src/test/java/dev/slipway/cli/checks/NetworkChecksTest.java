package dev.slipway.cli.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.slipway.cli.docker.DockerNetwork;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.instance.KeptInstance;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkChecksTest {
    private static final DockerNetwork OURS = network("slipway", true, true, "172.30.0.0/16");
    private static final DockerNetwork FAR = network("bridge", false, false, "172.17.0.0/16");

    private List<String> hosts = List.of();

    @TempDir
    private Path folder;

    @Test
    void aNetworkThatIsAsItMustBeOrCanBeMadeIsFine() {
        assertThatCode(() -> checks(FAR).run(true)).doesNotThrowAnyException();
        assertThatCode(() -> checks(FAR, OURS).run(true)).doesNotThrowAnyException();
    }

    @Test
    void anotherNetworkWithItsAddressesIsNamedWithAWayOut() {
        DockerNetwork taker = network("compose", false, false, "172.30.4.0/24");

        refused(checks(FAR, taker))
                .hasMessageContaining("The Docker network compose has addresses of 172.30.0.0/16")
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.waysOut())
                        .contains("take others: SLIPWAY_SUBNET=172.31.0.0/16 ./slipway up"));
        assertThatCode(() -> checks(FAR, taker).run(false)).doesNotThrowAnyException();
    }

    @Test
    void ourNetworkWithOtherAddressesIsRefused() {
        refused(checks(network("slipway", true, true, "172.29.0.0/16")))
                .hasMessage("The Docker network slipway has the addresses 172.29.0.0/16, not 172.30.0.0/16")
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.waysOut())
                        .containsExactly(
                                "go on with them, if they are a /16: SLIPWAY_SUBNET=172.29.0.0/16 ./slipway up",
                                "or remove it with the clusters on it: slipway down --purge"));
    }

    @Test
    void aNetworkThatLeadsOutIsRefused() {
        refused(checks(network("slipway", false, false, "172.30.0.0/16")))
                .hasMessageContaining("slipway is not internal")
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.waysOut())
                        .containsExactly(
                                "remove it when nothing needs it: docker network rm slipway",
                                "or take another name: SLIPWAY_NETWORK=slipway-hosts ./slipway up"));
    }

    @Test
    void hostsAreNotLeftOnTheNetworkOfTheLastStart() {
        PrivateFiles.write(instance().home().kept(), new KeptInstance(7000, "first", "172.28.0.0/16").text());

        refused(checks(network("first", true, true, "172.28.0.0/16")))
                .hasMessageContaining("are on the network first, not on slipway");
        assertThatCode(() ->
                        checks(network("first", true, false, "172.28.0.0/16")).run(true))
                .doesNotThrowAnyException();
    }

    @Test
    void anInstallationThatBeginsDoesNotTakeOverTheHostsOfAnother() {
        hosts = List.of("slipway-demo-worker-1", "slipway-package");

        refused(checks(OURS))
                .hasMessage("The Docker network slipway has hosts of another installation:"
                        + " slipway-demo-worker-1, slipway-package")
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.waysOut())
                        .containsExactly(
                                "if that installation is gone, remove its hosts:"
                                        + " SLIPWAY_NETWORK=slipway slipway down --purge",
                                "or leave them, and take a network of your own: SLIPWAY_NETWORK=slipway-second"
                                        + " SLIPWAY_SUBNET=172.31.0.0/16 ./slipway up"));

        PrivateFiles.write(instance().home().kept(), new KeptInstance(7000, "slipway", "172.30.0.0/16").text());
        assertThatCode(() -> checks(OURS).run(true)).doesNotThrowAnyException();
    }

    private static AbstractThrowableAssert<?, ?> refused(NetworkChecks checks) {
        return assertThatThrownBy(() -> checks.run(true));
    }

    private NetworkChecks checks(DockerNetwork... networks) {
        return new NetworkChecks(instance(), List.of(networks), network -> hosts);
    }

    private Instance instance() {
        return Instance.of(
                Map.of("HOME", folder.toString(), "SLIPWAY_NETWORK", "slipway", "SLIPWAY_SUBNET", "172.30.0.0/16"));
    }

    private static DockerNetwork network(String name, boolean internal, boolean ours, String subnet) {
        return new DockerNetwork(name, internal, ours, List.of(subnet));
    }
}
