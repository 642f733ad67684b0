package dev.slipway.plan.cluster.rule;

import static dev.slipway.plan.cluster.ClusterFixtures.automatic;
import static dev.slipway.plan.cluster.ClusterFixtures.labels;
import static dev.slipway.plan.cluster.ClusterFixtures.manual;
import static dev.slipway.plan.cluster.ClusterFixtures.mode;
import static dev.slipway.plan.cluster.ClusterFixtures.model;
import static dev.slipway.plan.cluster.ClusterFixtures.named;
import static dev.slipway.plan.cluster.ClusterFixtures.on;
import static dev.slipway.plan.cluster.ClusterFixtures.plan;
import static dev.slipway.plan.cluster.ClusterFixtures.version;
import static dev.slipway.plan.cluster.ClusterFixtures.workers;
import static dev.slipway.plan.cluster.rule.RuleFixtures.SMALL;
import static dev.slipway.plan.cluster.rule.RuleFixtures.check;
import static dev.slipway.plan.cluster.rule.RuleFixtures.online;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.cluster.spec.HostDraft;
import dev.slipway.toolkit.web.Violation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterRulesTest {
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
        var facts = new Circumstances(true, online(), SMALL, Map.of(), List.of(), List.of());

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
        var missing = new Circumstances(false, null, SMALL, Map.of(), List.of(), List.of("1.36.3", "1.37.2"));
        var damaged = new Circumstances(
                false,
                new PackageFacts(UUID.randomUUID(), false, "DAMAGED", "kubeadm has another digest"),
                SMALL,
                Map.of(),
                List.of(),
                List.of());

        assertThat(ClusterRules.check(version(automatic(), "1.2.3"), missing))
                .containsExactly(new Violation(
                        "packageVersion",
                        "no offline package of version 1.2.3 is registered; there are those of 1.36.3, 1.37.2"));
        assertThat(ClusterRules.check(automatic(), damaged))
                .containsExactly(new Violation(
                        "packageVersion",
                        "the offline package of version 1.37.2 is DAMAGED, not ONLINE: kubeadm has another digest"));
    }

    @Test
    void refusesAPlanThatIsMissingOrOfAnotherModel() {
        var missing = new Circumstances(false, online(), null, Map.of(), List.of(), List.of());

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
}
