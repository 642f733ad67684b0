package dev.slipway.plan.cluster.rule;

import static dev.slipway.plan.cluster.ClusterFixtures.automatic;
import static dev.slipway.plan.cluster.ClusterFixtures.hosts;
import static dev.slipway.plan.cluster.ClusterFixtures.manual;
import static dev.slipway.plan.cluster.ClusterFixtures.model;
import static dev.slipway.plan.cluster.ClusterFixtures.on;
import static dev.slipway.plan.cluster.ClusterFixtures.port;
import static dev.slipway.plan.cluster.ClusterFixtures.workers;
import static dev.slipway.plan.cluster.rule.RuleFixtures.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.cluster.spec.HostDraft;
import dev.slipway.toolkit.web.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortRuleTest {
    @ParameterizedTest
    @ValueSource(ints = {443, 1024, 6443, 8443, 29999, 32768, 65535})
    void takesPortsNobodyElseHas(int port) {
        assertThat(check(port(automatic(), port))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 22, 1023, 65536, 2379, 2380, 10247, 10250, 10257, 10259, 30000, 31234, 32767})
    void refusesPortsOfOthers(int port) {
        assertThat(check(port(automatic(), port))).extracting(Violation::field).containsExactly("apiPort");
    }

    @Test
    void keepsTheLoadBalancersPortFreeWhereThereIsOne() {
        var available = on(model(manual(), "HIGHLY_AVAILABLE"), hosts(3, 3).toArray(HostDraft[]::new));

        assertThat(check(port(available, 6443))).isEmpty();
        assertThat(check(port(available, 8443)))
                .containsExactly(
                        new Violation(
                                "apiPort",
                                "8443 is the port of the API's load balancer on every node of a cluster with several control plane nodes; choose another, as 6443"));
        assertThat(check(port(workers(model(automatic(), "HIGHLY_AVAILABLE"), 3), 8443)))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("deployPlan", "apiPort");
        assertThat(check(port(manual(), 8443))).isEmpty();
    }
}
