package dev.slipway.plan.cluster.rule;

import dev.slipway.contracts.installation.FlannelBackend;
import dev.slipway.contracts.installation.ProxyMode;
import dev.slipway.plan.cluster.network.NetworkAddOn;
import dev.slipway.plan.cluster.spec.Choice;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.toolkit.web.Violation;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The network add-on, its backend and the proxy mode are known ones. */
final class NetworkChoiceRule implements Rule {
    @Override
    public Stream<Violation> check(ClusterDraft draft, Circumstances facts) {
        var network = draft.networks();
        return Stream.of(
                        known(NetworkAddOn.class, network.addOn(), "network.addOn"),
                        known(FlannelBackend.class, network.flannelBackend(), "network.flannelBackend"),
                        known(ProxyMode.class, network.proxyMode(), "network.proxyMode"))
                .flatMap(found -> found);
    }

    private static <E extends Enum<E>> Stream<Violation> known(Class<E> type, @Nullable String value, String field) {
        return Rule.unless(Choice.of(type, value) != null, field, "must be one of " + Choice.names(type));
    }
}
