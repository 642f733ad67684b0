package dev.slipway.provisioning.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.provisioning.RegionKind;
import dev.slipway.provisioning.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RegionRequestTest {
    private final JsonMapper json = new JsonMapper();

    @Test
    void speaksTheLanguageOfTheRoots() {
        var variables = json.readTree(RegionRequest.of(Samples.request()).json());

        assertThat(variables.at("/cluster/name").asString()).isEqualTo("demo");
        assertThat(variables.at("/hosts/0/role").asString()).isEqualTo("control_plane");
        assertThat(variables.at("/hosts/1/memory_mebibytes").asInt()).isEqualTo(1024);
        assertThat(variables.at("/container_hosts/gateway").asString()).isEqualTo("172.30.0.1");
        assertThat(variables.at("/ssh_public_key").asString())
                .startsWith("ssh-ed25519 ")
                .doesNotContain("\n");
        assertThat(variables.propertyNames())
                .containsExactlyInAnyOrder("cluster", "hosts", "ssh_public_key", "container_hosts");
    }

    @Test
    void everyKindHasARoot() {
        assertThat(RegionRequest.root(RegionKind.CONTAINER_HOSTS)).isEqualTo("container-hosts");
        for (var kind : RegionKind.values()) {
            assertThat(getClass().getResource("/terraform/roots/" + RegionRequest.root(kind) + "/main.tf"))
                    .isNotNull();
        }
    }
}
