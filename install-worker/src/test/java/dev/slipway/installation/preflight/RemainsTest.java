package dev.slipway.installation.preflight;

import static dev.slipway.installation.fixture.Installations.worker;
import static org.assertj.core.api.Assertions.assertThat;

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
    void onlyWarnsOfWhatAResetKeeps() {
        HostFacts facts = Facts.fit().with("remains", "/var/lib/docker").parsed();

        assertThat(new Remains(worker("a"), facts).findings())
                .noneMatch(Finding::isError)
                .hasSize(1);
    }
}
