package dev.slipway.plan.deployplan.registration;

import dev.slipway.plan.deployplan.DeployPlan;
import dev.slipway.plan.deployplan.PlanUsers;
import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.validation.Findings;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Refuses another region, other zones or sizes while an operation works with a plan: a retry reads the plan again, and
 * would make other hosts than those that were shown.
 */
@Component
class HostsInTheMaking {
    private final Resources<DeployPlan> plans;
    private final List<PlanUsers> users;

    HostsInTheMaking(Resources<DeployPlan> plans, List<PlanUsers> users) {
        this.plans = plans;
        this.users = List.copyOf(users);
    }

    /** Wants a transaction: the plan is locked, so that no operation begins to work with it meanwhile. */
    Mono<Void> protect(DeployPlan present, DeployPlan changed) {
        var others = Part.all()
                .filter(part -> part.differs(present, changed))
                .map(Part::field)
                .toList();
        return others.isEmpty() ? Mono.empty() : protect(present, others);
    }

    private Mono<Void> protect(DeployPlan present, List<String> fields) {
        return plans.lock(List.of(present.id()))
                .thenMany(Flux.fromIterable(users))
                .concatMap(user -> user.atWork(present.id()))
                .collectList()
                .filter(clusters -> !clusters.isEmpty())
                .doOnNext(clusters -> refuse(fields, String.join(", ", clusters)))
                .then();
    }

    private static void refuse(List<String> fields, String clusters) {
        var findings = new Findings();
        fields.forEach(field -> findings.add(
                field,
                "cannot change while an operation works on %s, made from this plan; wait until it has ended, or register another plan"
                        .formatted(clusters)));
        findings.orThrow();
    }

    /** A part of a plan that hosts are made from. */
    private record Part(String field, Function<DeployPlan, Object> value) {
        static Stream<Part> all() {
            return Stream.of(
                    new Part("region", DeployPlan::regionId),
                    new Part("zones", DeployPlan::zoneIds),
                    new Part("controlPlaneSize", DeployPlan::controlPlaneSize),
                    new Part("workerSize", DeployPlan::workerSize));
        }

        boolean differs(DeployPlan one, DeployPlan other) {
            return !Objects.equals(value.apply(one), value.apply(other));
        }
    }
}
