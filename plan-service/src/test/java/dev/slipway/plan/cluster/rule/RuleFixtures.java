package dev.slipway.plan.cluster.rule;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.deployplan.DeployModel;
import dev.slipway.plan.ipv4.AddressRange;
import dev.slipway.toolkit.web.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Facts that drafts of clusters are checked by. */
final class RuleFixtures {
    static final PlanFacts SMALL = new PlanFacts(
            UUID.randomUUID(), DeployModel.SINGLE_CONTROL_PLANE, 10, List.of("zone-a", "zone-b"), List.of());

    private RuleFixtures() {}

    static List<Violation> check(ClusterDraft draft) {
        return ClusterRules.check(draft, new Circumstances(false, online(), SMALL, free(9), List.of(), List.of()));
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
