package dev.slipway.plan.cluster.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.cluster.ClusterFixtures;
import dev.slipway.plan.cluster.network.NetworkDraft;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.cluster.spec.ClusterSpec;
import dev.slipway.plan.cluster.spec.HostDraft;
import dev.slipway.plan.decision.FieldChange;
import dev.slipway.toolkit.web.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangedDraftTest {
    private static final ClusterDraft NOTHING =
            new ClusterDraft(null, null, null, null, null, null, null, null, null, null);
    private static final ClusterSpec SPEC = ClusterFixtures.labels(
                    ClusterFixtures.manual(), Map.of("team", "red", "tier", "1"))
            .toSpec();

    @Test
    void staysAsItIsWithoutChanges() {
        var changed = new ChangedDraft(SPEC, NOTHING);

        assertThat(changed.after().toSpec()).isEqualTo(SPEC);
        assertThat(changed.differences()).isEmpty();
        assertThat(changed.fixed()).isEmpty();
    }

    @Test
    void tellsWhatEachFieldWasAndShallBe() {
        var network = new NetworkDraft("10.32.0.0/16", null, null, null, "HOST_GW", null);
        var changed = new ChangedDraft(SPEC, ClusterFixtures.network(ClusterFixtures.port(NOTHING, 7443), network));

        assertThat(changed.differences())
                .containsExactly(
                        new FieldChange("network.podNetwork", "10.244.0.0/16", "10.32.0.0/16"),
                        new FieldChange("apiPort", 6443, 7443),
                        new FieldChange("network.flannelBackend", "VXLAN", "HOST_GW"));
        assertThat(changed.after().toSpec().network().serviceNetwork()).isEqualTo("10.96.0.0/16");
    }

    @Test
    void addsChangesAndRemovesSingleLabels() {
        var labels = new HashMap<String, String>(Map.of("team", "blue", "zone", "a"));
        labels.put("tier", null);

        var after = new ChangedDraft(SPEC, ClusterFixtures.labels(NOTHING, labels)).after();

        assertThat(after.givenLabels()).isEqualTo(Map.of("team", "blue", "zone", "a"));
    }

    @Test
    void namesEverythingThatNoRetryChanges() {
        var all = new ClusterDraft(
                "other",
                "AUTOMATIC",
                "HIGHLY_AVAILABLE",
                null,
                "plan",
                3,
                List.of(new HostDraft("host-3", "WORKER")),
                null,
                null,
                null);

        assertThat(new ChangedDraft(SPEC, all).fixed())
                .extracting(Violation::field)
                .containsExactly("deployMode", "deployModel", "deployPlan", "hosts", "name", "workers");
        assertThat(new ChangedDraft(SPEC, all).fixed())
                .extracting(Violation::message)
                .allMatch(message -> message.contains("roll the operation back"));
    }
}
