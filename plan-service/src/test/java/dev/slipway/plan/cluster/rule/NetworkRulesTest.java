package dev.slipway.plan.cluster.rule;

import static dev.slipway.plan.cluster.ClusterFixtures.automatic;
import static dev.slipway.plan.cluster.ClusterFixtures.manual;
import static dev.slipway.plan.cluster.ClusterFixtures.network;
import static dev.slipway.plan.cluster.ClusterFixtures.workers;
import static dev.slipway.plan.cluster.rule.RuleFixtures.check;
import static dev.slipway.plan.cluster.rule.RuleFixtures.free;
import static dev.slipway.plan.cluster.rule.RuleFixtures.online;
import static dev.slipway.plan.cluster.rule.RuleFixtures.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.Samples;
import dev.slipway.plan.cluster.network.NetworkDraft;
import dev.slipway.plan.deployplan.DeployModel;
import dev.slipway.plan.ipv4.Ipv4;
import dev.slipway.plan.ipv4.Subnet;
import dev.slipway.toolkit.web.Violation;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkRulesTest {
    @Test
    void refusesWhatIsNoNetwork() {
        assertThat(check(network(automatic(), "10.0.0.1/16", "services", 110)))
                .containsExactly(
                        new Violation("network.podNetwork", "must be an IPv4 network such as 10.244.0.0/16"),
                        new Violation("network.serviceNetwork", "must be an IPv4 network such as 10.96.0.0/16"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.16.0.0/16,0.0.0.0/8",
        "127.0.0.0/16,127.0.0.0/8",
        "126.0.0.0/7,127.0.0.0/8",
        "169.254.0.0/17,169.254.0.0/16",
        "169.0.0.0/8,169.254.0.0/16",
        "224.0.0.0/16,224.0.0.0/3",
        "255.255.0.0/16,224.0.0.0/3"
    })
    void refusesNetworksKeptForOtherPurposes(String network, String reserved) {
        assertThat(check(network(automatic(), network, null, 110)))
                .filteredOn(found -> found.message().contains(" overlaps " + reserved + ", which is kept for "))
                .extracting(Violation::field)
                .containsExactly("network.podNetwork");
        assertThat(check(network(automatic(), null, network, 110)))
                .filteredOn(found -> found.message().contains(" overlaps " + reserved + ", which is kept for "))
                .extracting(Violation::field)
                .containsExactly("network.serviceNetwork");
    }

    @ParameterizedTest
    @CsvSource({"1.0.0.0/16", "128.0.0.0/16", "169.253.0.0/16", "223.255.0.0/16"})
    void takesNetworksBesideThose(String network) {
        assertThat(check(network(automatic(), network, null, 110))).isEmpty();
        assertThat(check(network(automatic(), null, network, 110))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10.96.0.0/11,1", "10.96.0.0/12,0", "10.96.0.0/28,0", "10.96.0.0/29,1"})
    void takesServiceNetworksTheApiServerTakes(String services, int violations) {
        assertThat(check(network(automatic(), null, services, null))).hasSize(violations);
    }

    @Test
    void refusesMoreNodesThanThePodNetworkHasPartsFor() {
        assertThat(check(network(workers(automatic(), 4), "10.244.0.0/22", null, 110)))
                .containsExactly(new Violation(
                        "network.podNetwork",
                        "10.244.0.0/22 has room for 4 nodes of 110 pods (a /24 each), but the cluster has 5 nodes"));
    }

    @Test
    void refusesAPodNetworkSmallerThanOnePart() {
        assertThat(check(network(automatic(), "10.244.0.0/25", null, 110)))
                .extracting(Violation::message)
                .containsExactly(
                        "10.244.0.0/25 has room for 0 nodes of 110 pods (a /24 each), but the cluster has 2 nodes");
    }

    @Test
    void refusesAPodNetworkTheControllerManagerCannotCut() {
        assertThat(check(network(automatic(), "32.0.0.0/7", "10.96.0.0/16", 110)))
                .containsExactly(
                        new Violation(
                                "network.podNetwork",
                                "32.0.0.0/7 is too large: with 110 pods per node each node gets a /24, so the largest is a /8"));
    }

    @ParameterizedTest
    @CsvSource({"7,1", "8,0", "512,0", "513,1", "-1,1"})
    void takesPodsPerNodeThatAKubeletCarries(int pods, int violations) {
        assertThat(check(network(automatic(), null, null, pods))).hasSize(violations);
    }

    @Test
    void refusesUnknownChoices() {
        assertThat(check(network(automatic(), new NetworkDraft(null, null, null, "CILIUM", "UDP", "IPVS"))))
                .extracting(Violation::field)
                .containsExactly("network.addOn", "network.flannelBackend", "network.proxyMode");
    }

    @Test
    void refusesNetworksThatOverlapEachOther() {
        assertThat(check(network(automatic(), "10.96.0.0/12", "10.96.0.0/16", 110)))
                .containsExactly(
                        new Violation("network.serviceNetwork", "10.96.0.0/16 overlaps the pod network 10.96.0.0/12"));
    }

    @Test
    void refusesNetworksThatOverlapTheHosts() {
        assertThat(check(network(manual(), "192.0.0.0/16", null, 110)))
                .containsExactlyInAnyOrder(free(9).values().stream()
                        .map(host -> new Violation(
                                "network.podNetwork",
                                "192.0.0.0/16 overlaps the host %s (%s)".formatted(host.name(), host.address())))
                        .toArray(Violation[]::new));
    }

    @Test
    void refusesNetworksThatOverlapThePlatformOrTheZones() {
        var zone = used("the addresses 172.30.1.10 to 172.30.1.250 of the zone zone-a", "172.30.1.10", "172.30.1.250");
        var plan = new PlanFacts(
                UUID.randomUUID(), DeployModel.SINGLE_CONTROL_PLANE, 10, List.of("zone-a"), List.of(zone));
        var platform = used("the offline package at 10.99.0.7", "10.99.0.7");
        var facts = new Circumstances(false, online(), plan, Map.of(), List.of(platform), List.of());

        assertThat(ClusterRules.check(network(automatic(), "172.30.0.0/16", "10.99.0.0/16", 110), facts))
                .containsExactlyInAnyOrder(
                        new Violation(
                                "network.podNetwork",
                                "172.30.0.0/16 overlaps the addresses 172.30.1.10 to 172.30.1.250 of the zone zone-a"),
                        new Violation(
                                "network.serviceNetwork", "10.99.0.0/16 overlaps the offline package at 10.99.0.7"));
    }

    @Test
    void acceptsExactlyTheNetworksThatHoldTheNodesAndKeepClear() {
        Samples.check(random -> {
            var pods = subnet(random, 14, 26);
            var services = subnet(random, 12, 28);
            var workers = 1 + random.nextInt(9);
            var perNode = 8 + random.nextInt(300);
            var violations =
                    check(network(workers(automatic(), workers), pods.toString(), services.toString(), perNode));

            var room = pods.size() / Long.highestOneBit(4L * perNode - 1);
            assertThat(violations.isEmpty())
                    .as("%s %s %d %d: %s", pods, services, workers, perNode, violations)
                    .isEqualTo(room >= workers + 1 && !pods.overlaps(services));
        });
    }

    private static Subnet subnet(Random random, int widest, int narrowest) {
        var prefix = widest + random.nextInt(narrowest - widest + 1);
        return Subnet.around(new Ipv4((10L << 24) + random.nextLong(1L << 21)), prefix);
    }
}
