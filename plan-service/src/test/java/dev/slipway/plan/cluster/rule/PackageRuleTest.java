package dev.slipway.plan.cluster.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.toolkit.web.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackageRuleTest {
    private static final ClusterDraft DRAFT =
            new ClusterDraft(null, null, null, "1.2.3", null, null, null, null, null, null);

    @Test
    void namesTheOneVersionThatThereIs() {
        assertThat(check(List.of("1.37.2")))
                .isEqualTo("no offline package of version 1.2.3 is registered; there is one of 1.37.2");
    }

    @Test
    void saysWhenThereIsNoneAtAll() {
        assertThat(check(List.of()))
                .isEqualTo("no offline package of version 1.2.3 is registered;"
                        + " there is none of any version, so register one");
    }

    private static String check(List<String> versions) {
        var facts = new Circumstances(false, null, null, Map.of(), List.of(), versions);
        return new PackageRule()
                .check(DRAFT, facts)
                .map(Violation::message)
                .findFirst()
                .orElseThrow();
    }
}
