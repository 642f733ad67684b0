package dev.slipway.plan.cluster.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.installation.FlannelBackend;
import dev.slipway.contracts.installation.ProxyMode;
import dev.slipway.plan.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodSizingTest {
    @ParameterizedTest
    @CsvSource({"8,28", "16,27", "32,26", "64,25", "65,24", "110,24", "128,24", "129,23", "256,23", "512,22"})
    void givesEachNodeTwiceAsManyAddressesAsPods(int pods, int mask) {
        assertThat(new PodSizing(16, pods).nodeMask()).isEqualTo(mask);
    }

    @ParameterizedTest
    @CsvSource({"16,110,256", "20,110,16", "24,110,1", "25,110,0", "22,8,64", "8,110,65536"})
    void countsTheNodesThatFit(int prefix, int pods, int nodes) {
        assertThat(new PodSizing(prefix, pods).maximumNodes()).isEqualTo(nodes);
    }

    @Test
    void knowsWhatTheControllerManagerCannotCut() {
        assertThat(new PodSizing(8, 110).tooWide()).isFalse();
        assertThat(new PodSizing(7, 110).tooWide()).isTrue();
    }

    @Test
    void holdsTwiceThePodsButNotFourTimes() {
        Samples.check(random -> {
            var pods = PodSizing.FEWEST + random.nextInt(PodSizing.MOST - PodSizing.FEWEST);
            var addresses = 1L << (32 - new PodSizing(8, pods).nodeMask());

            assertThat(addresses).isBetween(2L * pods, 4L * pods - 1);
        });
    }

    @Test
    void worksOutTheSettingsOfAnInstallation() {
        var settings = NetworkDraft.empty().toSpec().toSettings();

        assertThat(settings.nodeMask()).isEqualTo(24);
        assertThat(settings.podNetwork()).isEqualTo("10.244.0.0/16");
        assertThat(settings.serviceNetwork()).isEqualTo("10.96.0.0/16");
        assertThat(settings.flannelBackend()).isEqualTo(FlannelBackend.VXLAN);
        assertThat(settings.proxyMode()).isEqualTo(ProxyMode.IPTABLES);
    }
}
