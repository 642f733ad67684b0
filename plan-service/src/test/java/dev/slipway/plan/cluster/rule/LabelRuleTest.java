package dev.slipway.plan.cluster.rule;

import static dev.slipway.plan.cluster.ClusterFixtures.automatic;
import static dev.slipway.plan.cluster.ClusterFixtures.labels;
import static dev.slipway.plan.cluster.rule.RuleFixtures.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.toolkit.web.Violation;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelRuleTest {
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
}
