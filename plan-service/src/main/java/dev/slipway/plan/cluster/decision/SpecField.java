package dev.slipway.plan.cluster.decision;

import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.decision.FieldChange;
import dev.slipway.plan.operation.OperationStep;
import dev.slipway.toolkit.web.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a retry may change of a spec, and which steps use it first. A step that can be run over what it half did lets go
 * of a field until it succeeds; kubeadm cannot, so what it was given stays from its first beginning.
 */
enum SpecField {
    PACKAGE_VERSION(
            "packageVersion",
            ClusterDraft::packageVersion,
            Hold.WHEN_DONE,
            Set.of(Step.PACKAGE_SOURCE, Step.CONTAINER_RUNTIME)),
    POD_NETWORK("network.podNetwork", draft -> draft.networks().podNetwork(), Hold.WHEN_BEGUN, kubeadm()),
    SERVICE_NETWORK("network.serviceNetwork", draft -> draft.networks().serviceNetwork(), Hold.WHEN_BEGUN, kubeadm()),
    PODS_PER_NODE("network.podsPerNode", draft -> draft.networks().podsPerNode(), Hold.WHEN_BEGUN, kubeadm()),
    PROXY_MODE("network.proxyMode", draft -> draft.networks().proxyMode(), Hold.WHEN_BEGUN, kubeadm()),
    API_PORT("apiPort", ClusterDraft::port, Hold.WHEN_BEGUN, kubeadm()),
    NETWORK_ADD_ON("network.addOn", draft -> draft.networks().addOn(), Hold.WHEN_DONE, Set.of(Step.NETWORK)),
    FLANNEL_BACKEND(
            "network.flannelBackend", draft -> draft.networks().flannelBackend(), Hold.WHEN_DONE, Set.of(Step.NETWORK)),
    LABELS("labels", ClusterDraft::givenLabels, Hold.WHEN_BEGUN, kubeadm());

    private final String path;
    private final Hold hold;

    /** A method reference, which holds nothing. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<ClusterDraft, @Nullable Object> value;

    /** An unmodifiable set. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Step> users;

    SpecField(String path, Function<ClusterDraft, @Nullable Object> value, Hold hold, Set<Step> users) {
        this.path = path;
        this.value = value;
        this.hold = hold;
        this.users = users;
    }

    /** From when on a step holds a field. */
    private enum Hold {
        WHEN_BEGUN,
        WHEN_DONE
    }

    /** Returns the fields in which two drafts differ. */
    static List<SpecField> differing(ClusterDraft before, ClusterDraft after) {
        return Arrays.stream(values())
                .filter(field -> !Objects.equals(field.value.apply(before), field.value.apply(after)))
                .toList();
    }

    /** Returns where the API has it. */
    String path() {
        return path;
    }

    /** Tells whether a broken rule concerns it: networks are judged together. */
    boolean concernedBy(Violation violation) {
        return group(violation.field()).equals(group(path));
    }

    private static String group(String path) {
        return path.split("[.\\[]", 2)[0];
    }

    FieldChange change(ClusterDraft before, ClusterDraft after) {
        return new FieldChange(path, value.apply(before), value.apply(after));
    }

    /** Finds the step that has used it, if one has. */
    Optional<OperationStep> usedBy(List<OperationStep> steps) {
        return steps.stream()
                .filter(step -> users.contains(step.step()))
                .filter(this::holds)
                .findFirst();
    }

    private boolean holds(OperationStep step) {
        return hold == Hold.WHEN_BEGUN ? step.startedAt() != null : step.state() == StepState.SUCCEEDED;
    }

    private static Set<Step> kubeadm() {
        return Set.of(Step.CONTROL_PLANE);
    }
}
