package dev.slipway.installation.ansible;

import static dev.slipway.installation.fixture.Installations.controlPlane;
import static dev.slipway.installation.fixture.Installations.node;
import static dev.slipway.installation.fixture.Installations.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.toolkit.planservice.ClusterAccess;
import dev.slipway.toolkit.planservice.NodeAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class InventoryTest {
    private static final NodeAccess ROOT =
            new NodeAccess("cp-1", "10.0.0.1", 22, "root", "KEY", null, "ssh-ed25519 AAAA");
    private static final NodeAccess ADMIN = new NodeAccess("w-1", "10.0.0.2", 2222, "admin", null, "secret", null);

    @Test
    void putsNodesIntoTheGroupsOfTheContract() {
        JsonNode cluster = read(inventory()).at("/all/children/cluster");

        assertThat(cluster.at("/children/control_plane/hosts").propertyNames()).containsExactly("cp-1");
        assertThat(cluster.at("/children/workers/hosts").propertyNames()).containsExactly("w-1");
        assertThat(cluster.at("/vars/ansible_ssh_common_args").asString()).isEqualTo("-o X=y");
    }

    @Test
    void keepsTheOrderOfControlPlaneNodes() {
        var nodes = List.of(controlPlane("z"), controlPlane("a"), controlPlane("m"));
        var access = Map.of("z", access("z"), "a", access("a"), "m", access("m"));

        JsonNode root = read(new Inventory(nodes, access, Map.of(), Map.of()));

        assertThat(root.at("/all/children/cluster/children/control_plane/hosts").propertyNames())
                .containsExactly("z", "a", "m");
    }

    @Test
    void logsInWithTheKeyFileOfANode() {
        JsonNode host = host("control_plane", "cp-1");

        assertThat(host.path("ansible_host").asString()).isEqualTo("10.0.0.1");
        assertThat(host.path("ansible_user").asString()).isEqualTo("root");
        assertThat(host.path("ansible_python_interpreter").asString()).isEqualTo("/usr/bin/python3");
        assertThat(host.path("ansible_ssh_private_key_file").asString()).isEqualTo("/run/cp-1.key");
        assertThat(host.path("slipway_host_profile").asString()).isEqualTo("CONTAINER");
        assertThat(host.at("/slipway_node_labels/team").asString()).isEqualTo("platform");
        assertThat(host.has("ansible_password")).isFalse();
    }

    @Test
    void logsInWithAPasswordAndBecomesRootOtherwise() {
        JsonNode host = host("workers", "w-1");

        assertThat(host.path("ansible_port").asInt()).isEqualTo(2222);
        assertThat(host.path("ansible_python_interpreter").asString()).isEqualTo("sudo -n /usr/bin/python3");
        assertThat(host.path("ansible_password").asString()).isEqualTo("secret");
        assertThat(host.path("slipway_host_profile").asString()).isEqualTo("STANDARD");
    }

    @Test
    void refusesANodeWithoutAccess() {
        var inventory = new Inventory(List.of(worker("lost")), Map.of(), Map.of(), Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> inventory.yaml(""))
                .withMessageContaining("lost");
    }

    @Test
    void writesPinnedKeysInTheFormOfOpenSsh() {
        var elsewhere = new NodeAccess("w-2", "10.0.0.3", 2222, "root", null, null, "ssh-rsa BBBB");

        assertThat(KnownHosts.of(List.of(ROOT, ADMIN, elsewhere)))
                .isEqualTo("10.0.0.1 ssh-ed25519 AAAA\n[10.0.0.3]:2222 ssh-rsa BBBB\n");
    }

    private static JsonNode host(String group, String name) {
        return read(inventory()).at("/all/children/cluster/children/" + group + "/hosts/" + name);
    }

    private static Inventory inventory() {
        return new Inventory(
                List.of(controlPlane("cp-1"), node("w-1", NodeRole.WORKER, HostProfile.STANDARD)),
                Inventory.byName(new ClusterAccess(List.of(ROOT, ADMIN))),
                Map.of("cp-1", Path.of("/run/cp-1.key")),
                Map.of("team", "platform"));
    }

    private static NodeAccess access(String name) {
        return new NodeAccess(name, "10.0.0.9", 22, "root", null, null, null);
    }

    private static JsonNode read(Inventory inventory) {
        return YAMLMapper.builder().build().readTree(inventory.yaml("-o X=y"));
    }
}
