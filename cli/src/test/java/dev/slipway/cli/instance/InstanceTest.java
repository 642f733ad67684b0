package dev.slipway.cli.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.files.PrivateFiles;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceTest {
    @TempDir
    private Path folder;

    @Test
    void usualFoldersAreBelowTheHomeFolder() {
        Home home = Home.of(Map.of("HOME", "/home/ada"));
        assertThat(home.data()).isEqualTo(Path.of("/home/ada/.local/share/slipway"));
        assertThat(home.cache()).isEqualTo(Path.of("/home/ada/.cache/slipway"));
        assertThat(home.credentials()).isEqualTo(Path.of("/home/ada/.config/slipway/credentials.json"));
    }

    @Test
    void xdgVariablesMoveTheFolders() {
        Home home =
                Home.of(Map.of("HOME", "/h", "XDG_DATA_HOME", "/d", "XDG_CACHE_HOME", "/c", "XDG_CONFIG_HOME", " "));
        assertThat(home.log("gateway")).isEqualTo(Path.of("/d/slipway/logs/gateway.log"));
        assertThat(home.cache()).isEqualTo(Path.of("/c/slipway"));
        assertThat(home.configuration()).isEqualTo(Path.of("/h/.config/slipway"));
    }

    @Test
    void anotherInstallationKeepsItsSecretsElsewhere() {
        var mine = Home.of(Map.of("HOME", "/home/ada")).memory("ansible");

        assertThat(mine).isEqualTo(Home.of(Map.of("HOME", "/home/ada")).memory("ansible"));
        assertThat(mine).isNotEqualTo(Home.of(Map.of("HOME", "/home/bob")).memory("ansible"));
    }

    @Test
    void anotherInstanceHasOtherPortsAndAnotherNetwork() {
        Instance instance = Instance.of(Map.of(
                "HOME", "/h",
                "SLIPWAY_PORT_BASE", "8000",
                "SLIPWAY_NETWORK", "slipway-e2e",
                "SLIPWAY_SUBNET", "172.31.0.0/16"));
        assertThat(instance.apiAddress()).isEqualTo("http://127.0.0.1:8080");
        assertThat(instance.network().packageAddress()).isEqualTo("172.31.0.10");
        assertThat(instance.network().name()).isEqualTo("slipway-e2e");
    }

    @Test
    void whatAnInstallationWasStartedWithNeedsNoVariables() {
        Map<String, String> first = Map.of(
                "HOME", folder.toString(),
                "SLIPWAY_PORT_BASE", "8000",
                "SLIPWAY_NETWORK", "slipway-e2e",
                "SLIPWAY_SUBNET", "172.31.0.0/16");
        keep(Instance.of(first));

        assertThat(Instance.of(Map.of("HOME", folder.toString()))).isEqualTo(Instance.of(first));
    }

    @Test
    void aVariableWinsOverWhatWasKept() {
        keep(Instance.of(Map.of("HOME", folder.toString(), "SLIPWAY_PORT_BASE", "8000", "SLIPWAY_NETWORK", "other")));

        Instance moved = Instance.of(Map.of("HOME", folder.toString(), "SLIPWAY_PORT_BASE", "9000"));

        assertThat(moved.ports().base()).isEqualTo(9000);
        assertThat(moved.network()).isEqualTo(new HostNetwork("other", "172.30.0.0/16"));
    }

    @Test
    void aFileThatCannotBeUnderstoodIsNamed() {
        Map<String, String> environment = Map.of("HOME", folder.toString());
        PrivateFiles.write(Home.of(environment).kept(), "{");

        assertThatThrownBy(() -> Instance.of(environment))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(Home.of(environment).kept().toString());
    }

    private static void keep(Instance instance) {
        PrivateFiles.write(instance.home().kept(), KeptInstance.of(instance).text());
    }

    @Test
    void everyPortIsListedOnce() {
        Ports ports = new Ports(7000);
        assertThat(ports.all().keySet())
                .containsExactlyInAnyOrder(
                        7080, 7081, 7082, 7083, 7032, 7033, 7034, 7035, 7036, 7037, 7043, 7044, 7045, 7046);
    }

    @Test
    void addressesAreCountedWithinTheSubnet() {
        HostNetwork network = new HostNetwork("slipway", "172.30.0.0/16");
        assertThat(network.bridgeAddress()).isEqualTo("172.30.0.1");
        assertThat(network.address(1, 250)).isEqualTo("172.30.1.250");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ports(80)).withMessageContaining("SLIPWAY_PORT_BASE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HostNetwork("a", "10.0.0.0/8"))
                .withMessageContaining("SLIPWAY_SUBNET");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Instance.of(Map.of("HOME", "/h", "SLIPWAY_PORT_BASE", "many")))
                .withMessage("SLIPWAY_PORT_BASE must be a number, not many");
    }
}
