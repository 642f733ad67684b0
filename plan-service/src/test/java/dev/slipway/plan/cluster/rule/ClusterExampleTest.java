package dev.slipway.plan.cluster.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ClusterExampleTest {
    @Test
    void findsNothingWrongWithTheExampleOfTheDocument() {
        var example = JsonMapper.builder().build().readValue(ClusterDraft.EXAMPLE, ClusterDraft.class);

        assertThat(RuleFixtures.check(example)).isEmpty();
    }
}
