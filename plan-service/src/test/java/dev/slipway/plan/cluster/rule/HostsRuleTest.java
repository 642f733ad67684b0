package dev.slipway.plan.cluster.rule;

import static dev.slipway.plan.cluster.ClusterFixtures.hosts;
import static dev.slipway.plan.cluster.ClusterFixtures.manual;
import static dev.slipway.plan.cluster.ClusterFixtures.model;
import static dev.slipway.plan.cluster.ClusterFixtures.on;
import static dev.slipway.plan.cluster.rule.RuleFixtures.check;
import static dev.slipway.plan.cluster.rule.RuleFixtures.free;
import static dev.slipway.plan.cluster.rule.RuleFixtures.online;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.cluster.spec.HostDraft;
import dev.slipway.toolkit.web.Violation;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostsRuleTest {
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

        assertThat(ClusterRules.check(draft, new Circumstances(false, online(), null, facts, List.of(), List.of())))
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
}
