package dev.slipway.plan.cluster.rule;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.plan.cluster.spec.Choice;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.cluster.spec.DeployMode;
import dev.slipway.plan.cluster.spec.HostDraft;
import dev.slipway.plan.deployplan.DeployModel;
import dev.slipway.toolkit.web.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Manual mode: the hosts exist, are free, are named once, are not the platform's own, and fit the model in number. */
final class HostsRule implements Rule {
    @Override
    public Stream<Violation> check(ClusterDraft draft, Circumstances facts) {
        if (draft.mode() != DeployMode.MANUAL) {
            return Stream.empty();
        }
        if (draft.assignments().isEmpty()) {
            return Rule.unless(false, "hosts", "are required in mode MANUAL");
        }
        return Stream.concat(each(draft.assignments(), facts), numbers(draft.assignments(), draft.model()));
    }

    private static Stream<Violation> each(List<@Nullable HostDraft> assignments, Circumstances facts) {
        var violations = new ArrayList<Violation>();
        var seen = new HashSet<String>();
        var addresses = new HashMap<String, String>();
        for (var index = 0; index < assignments.size(); index++) {
            var assignment = assignments.get(index);
            var field = "hosts[" + index + "]";
            if (assignment == null) {
                violations.add(new Violation(field, "is required"));
            } else {
                violations.addAll(one(assignment, field, seen, facts));
                violations.addAll(twin(facts.hosts().get(assignment.host()), field, addresses));
            }
        }
        return violations.stream();
    }

    private static List<Violation> one(HostDraft assignment, String field, Set<String> seen, Circumstances facts) {
        var role = Rule.unless(
                Choice.of(NodeRole.class, assignment.role()) != null,
                field + ".role",
                "must be one of " + Choice.names(NodeRole.class));
        var name = assignment.host();
        if (name == null) {
            return Stream.concat(Rule.unless(false, field + ".host", "is required"), role)
                    .toList();
        }
        var unique = Rule.unless(seen.add(name), field + ".host", name + " is named more than once");
        return Stream.of(role, unique, known(name, facts.hosts().get(name), field + ".host"))
                .flatMap(found -> found)
                .toList();
    }

    /** A machine may be registered under several names and ports, and is one machine. */
    private static List<Violation> twin(@Nullable HostFacts host, String field, Map<String, String> addresses) {
        var other = host == null ? null : addresses.putIfAbsent(host.address(), host.name());
        return host == null || other == null || other.equals(host.name())
                ? List.of()
                : List.of(new Violation(
                        field + ".host",
                        "%s has the address %s as %s has: it is the same machine"
                                .formatted(host.name(), host.address(), other)));
    }

    private static Stream<Violation> known(String name, @Nullable HostFacts host, String field) {
        if (host == null) {
            return Rule.unless(false, field, "no host is named " + name);
        }
        return Stream.concat(
                Rule.unless(host.cluster() == null, field, name + " is used by the cluster " + host.cluster()),
                Rule.unless(
                        !host.platform(),
                        field,
                        "%s (%s) is the machine the platform itself runs on".formatted(name, host.address())));
    }

    private static Stream<Violation> numbers(List<@Nullable HostDraft> assignments, @Nullable DeployModel model) {
        if (model == null) {
            return Stream.empty();
        }
        var controlPlanes = count(assignments, NodeRole.CONTROL_PLANE);
        var workers = count(assignments, NodeRole.WORKER);
        return Stream.concat(
                Rule.unless(
                        controlPlanes == model.controlPlanes(),
                        "hosts",
                        "model %s needs %d hosts of role CONTROL_PLANE, not %d"
                                .formatted(model, model.controlPlanes(), controlPlanes)),
                Rule.unless(
                        workers >= model.fewestWorkers(),
                        "hosts",
                        "model %s needs %d or more hosts of role WORKER, not %d"
                                .formatted(model, model.fewestWorkers(), workers)));
    }

    private static long count(List<@Nullable HostDraft> assignments, NodeRole role) {
        return assignments.stream()
                .filter(host -> host != null && role.name().equals(host.role()))
                .count();
    }
}
