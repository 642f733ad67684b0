package dev.slipway.installation.preflight;

import static dev.slipway.installation.fixture.Installations.worker;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemainsTest {
    @ParameterizedTest
    @CsvSource({
        "/var/lib/containerd, move away what is still needed",
        "/var/lib/kubelet, move away what is still needed",
        "/var/lib/slipway/cluster, delete the cluster that the host belongs to",
        "running dockerd, stop and disable it",
        "/etc/kubernetes/admin.conf, remove it"
    })
    void saysWhatToDoWithWhatIsThere(String remains, String advice) {
        HostFacts facts = Facts.fit().with("remains", remains).parsed();

        assertThat(new Remains(worker("a"), facts).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.message()).endsWith(": " + remains);
            assertThat(finding.advice()).startsWith(advice);
        });
    }

    @Test
    void saysHowToGiveAHostBackWhoseClusterIsGone() throws IOException {
        HostFacts facts =
                Facts.fit().with("remains", "/var/lib/slipway/cluster").parsed();

        assertThat(new Remains(worker("a"), facts).findings())
                .singleElement()
                .extracting(Finding::advice)
                .asString()
                .contains("when that cluster is gone", "playbook reset", "\"A host whose cluster is gone\"");
        assertThat(Files.readString(Path.of("../infra/ansible/README.md")))
                .contains("## A host whose cluster is gone", "/var/lib/slipway/cluster", "slipway_cluster_id");
    }

    @Test
    void onlyWarnsOfWhatAResetKeeps() {
        HostFacts facts = Facts.fit().with("remains", "/var/lib/docker").parsed();

        assertThat(new Remains(worker("a"), facts).findings())
                .noneMatch(Finding::isError)
                .hasSize(1);
    }
}
