package dev.slipway.plan.cluster.rule;

import static dev.slipway.plan.cluster.ClusterFixtures.automatic;
import static dev.slipway.plan.cluster.ClusterFixtures.hosts;
import static dev.slipway.plan.cluster.ClusterFixtures.labels;
import static dev.slipway.plan.cluster.ClusterFixtures.manual;
import static dev.slipway.plan.cluster.ClusterFixtures.mode;
import static dev.slipway.plan.cluster.ClusterFixtures.model;
import static dev.slipway.plan.cluster.ClusterFixtures.named;
import static dev.slipway.plan.cluster.ClusterFixtures.on;
import static dev.slipway.plan.cluster.ClusterFixtures.plan;
import static dev.slipway.plan.cluster.ClusterFixtures.port;
import static dev.slipway.plan.cluster.ClusterFixtures.version;
import static dev.slipway.plan.cluster.ClusterFixtures.workers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.cluster.spec.HostDraft;
import dev.slipway.plan.deployplan.DeployModel;
import dev.slipway.plan.ipv4.AddressRange;
import dev.slipway.toolkit.web.Violation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterRulesTest {
    private static final PlanFacts SMALL = new PlanFacts(
            UUID.randomUUID(), DeployModel.SINGLE_CONTROL_PLANE, 10, List.of("zone-a", "zone-b"), List.of());

    @Test
    void findsNothingWrongWithGoodDrafts() {
        assertThat(check(automatic())).isEmpty();
        assertThat(check(manual())).isEmpty();
        assertThat(check(labels(automatic(), Map.of("team", "blue", "example.com/stage", ""))))
                .isEmpty();
    }

    @Test
    void tellsEverythingMissingAtOnce() {
        var nothing = new ClusterDraft(null, null, null, null, null, null, null, null, null, null);

        assertThat(check(nothing))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("name", "deployMode", "deployModel", "packageVersion");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-demo", "demo-", "Demo", "de.mo", "de_mo", "a-name-that-is-forty-one-characters-longgg"})
    void refusesNamesThatAreNoLabels(String name) {
        assertThat(check(named(automatic(), name))).extracting(Violation::field).containsExactly("name");
    }

    @Test
    void refusesANameThatIsTaken() {
        var facts = new Circumstances(true, online(), SMALL, Map.of(), List.of());

        assertThat(ClusterRules.check(automatic(), facts))
                .containsExactly(new Violation("name", "another cluster is named demo"));
    }

    @Test
    void refusesModesAndModelsThatAreUnknown() {
        assertThat(check(mode(model(automatic(), "HUGE"), "MAGIC")))
                .containsExactly(
                        new Violation("deployMode", "must be one of MANUAL, AUTOMATIC"),
                        new Violation("deployModel", "must be one of SINGLE_CONTROL_PLANE, HIGHLY_AVAILABLE"));
    }

    @Test
    void refusesWhatBelongsToTheOtherMode() {
        assertThat(check(on(automatic(), new HostDraft("host-1", "WORKER"))))
                .extracting(Violation::field)
                .containsExactly("hosts");
        assertThat(check(plan(workers(manual(), 1), "small")))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("deployPlan", "workers");
    }

    @Test
    void refusesAPackageThatIsMissingOrNotOnline() {
        var missing = new Circumstances(false, null, SMALL, Map.of(), List.of());
        var damaged = new Circumstances(
                false,
                new PackageFacts(UUID.randomUUID(), false, "DAMAGED", "kubeadm has another digest"),
                SMALL,
                Map.of(),
                List.of());

        assertThat(ClusterRules.check(version(automatic(), "1.2.3"), missing))
                .containsExactly(new Violation("packageVersion", "no offline package of version 1.2.3 is registered"));
        assertThat(ClusterRules.check(automatic(), damaged))
                .containsExactly(new Violation(
                        "packageVersion",
                        "the offline package of version 1.37.2 is DAMAGED, not ONLINE: kubeadm has another digest"));
    }

    @Test
    void refusesAPlanThatIsMissingOrOfAnotherModel() {
        var missing = new Circumstances(false, online(), null, Map.of(), List.of());

        assertThat(ClusterRules.check(automatic(), missing))
                .containsExactly(new Violation("deployPlan", "no deploy plan is named small"));
        assertThat(check(plan(automatic(), null))).extracting(Violation::field).containsExactly("deployPlan");
        assertThat(check(workers(model(automatic(), "HIGHLY_AVAILABLE"), 3)))
                .containsExactly(new Violation(
                        "deployPlan", "is made for the model SINGLE_CONTROL_PLANE, not HIGHLY_AVAILABLE"));
    }

    @ParameterizedTest
    @CsvSource({"SINGLE_CONTROL_PLANE,0", "SINGLE_CONTROL_PLANE,-1", "HIGHLY_AVAILABLE,2", "HIGHLY_AVAILABLE,5001"})
    void refusesTooFewAndTooManyWorkers(String model, int workers) {
        assertThat(check(workers(model(automatic(), model), workers)))
                .extracting(Violation::field)
                .contains("workers");
    }

    @Test
    void refusesMoreNodesThanAddresses() {
        assertThat(check(workers(automatic(), 10)))
                .containsExactly(new Violation(
                        "workers",
                        "11 nodes need as many addresses, but only 10 are free in the plan's zones (zone-a, zone-b)"));
        assertThat(check(workers(automatic(), null)))
                .extracting(Violation::field)
                .containsExactly("workers");
    }

    @Test
    void refusesHostsThatAreMissingUsedDoubleOrTheMachineItself() {
        var facts = new HashMap<>(free(2));
        facts.put("host-3", new HostFacts("host-3", "192.0.2.3", "other", false));
        facts.put("again", new HostFacts("again", "192.0.2.1", null, false));
        facts.put("own", new HostFacts("own", "192.0.2.9", null, true));
        var draft = on(
                manual(),
                new HostDraft("host-1", "CONTROL_PLANE"),
                new HostDraft("host-1", "WORKER"),
                new HostDraft("host-3", "WORKER"),
                new HostDraft("own", "WORKER"),
                new HostDraft("ghost", "KING"),
                new HostDraft(null, "WORKER"),
                null,
                new HostDraft("again", "WORKER"));

        assertThat(ClusterRules.check(draft, new Circumstances(false, online(), null, facts, List.of())))
                .containsExactlyInAnyOrder(
                        new Violation("hosts[1].host", "host-1 is named more than once"),
                        new Violation("hosts[2].host", "host-3 is used by the cluster other"),
                        new Violation("hosts[3].host", "own (192.0.2.9) is the machine the platform itself runs on"),
                        new Violation("hosts[4].role", "must be one of CONTROL_PLANE, WORKER"),
                        new Violation("hosts[4].host", "no host is named ghost"),
                        new Violation("hosts[5].host", "is required"),
                        new Violation("hosts[6]", "is required"),
                        new Violation(
                                "hosts[7].host",
                                "again has the address 192.0.2.1 as host-1 has: it is the same machine"));
    }

    @ParameterizedTest
    @CsvSource({
        "SINGLE_CONTROL_PLANE,2,1,1",
        "SINGLE_CONTROL_PLANE,1,0,1",
        "HIGHLY_AVAILABLE,3,2,1",
        "HIGHLY_AVAILABLE,1,1,2",
        "HIGHLY_AVAILABLE,3,3,0"
    })
    void refusesRolesThatDoNotFitTheModel(String model, int controlPlanes, int workers, int violations) {
        var draft = on(model(manual(), model), hosts(controlPlanes, workers).toArray(HostDraft[]::new));

        assertThat(check(draft))
                .hasSize(violations)
                .allMatch(found -> found.field().equals("hosts"));
    }

    @Test
    void wantsHostsInManualMode() {
        assertThat(check(on(manual()))).containsExactly(new Violation("hosts", "are required in mode MANUAL"));
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a b", "/a", "A.example/a", "a/b/c", "kubernetes.io/a", "node.k8s.io/a", "ä"})
    void refusesKeysOfLabelsThatKubernetesWould(String key) {
        assertThat(check(labels(automatic(), Map.of(key, "x"))))
                .extracting(Violation::field)
                .containsOnly("labels[" + key + "]");
    }

    @Test
    void refusesValuesOfLabelsThatKubernetesWould() {
        var values = new HashMap<String, String>();
        values.put("a", "not a label");
        values.put("b", "x".repeat(64));
        values.put("c", null);
        values.put("d", "x".repeat(63));

        assertThat(check(labels(automatic(), values)))
                .extracting(Violation::field)
                .containsExactly("labels[a]", "labels[b]", "labels[c]");
    }

    static List<Violation> check(ClusterDraft draft) {
        return ClusterRules.check(draft, new Circumstances(false, online(), SMALL, free(9), List.of()));
    }

    static PackageFacts online() {
        return new PackageFacts(UUID.randomUUID(), true, "ONLINE", "verified");
    }

    static Map<String, HostFacts> free(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new HostFacts("host-" + number, "192.0.2." + number, null, false))
                .collect(Collectors.toMap(HostFacts::name, Function.identity()));
    }

    static UsedNetwork used(String user, String... range) {
        return new UsedNetwork(
                user, new AddressRange(range[0], Arrays.asList(range).getLast()));
    }
}
