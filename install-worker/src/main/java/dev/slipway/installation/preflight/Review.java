package dev.slipway.installation.preflight;

import dev.slipway.contracts.installation.NodeTarget;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Judges all hosts of an installation at once. */
final class Review {
    private final Requirements requirements;

    Review(Requirements requirements) {
        this.requirements = requirements;
    }

    /** Returns every finding about every host, in the order of the hosts, errors first. */
    List<Finding> of(List<Inspection> inspections) {
        List<String> order =
                inspections.stream().map(inspection -> inspection.node().name()).toList();
        return Stream.concat(inspections.stream().flatMap(this::alone), together(inspections))
                .sorted(Comparator.comparingInt((Finding finding) -> order.indexOf(finding.host()))
                        .thenComparing(Finding::severity))
                .toList();
    }

    private Stream<Finding> alone(Inspection inspection) {
        HostFacts facts = inspection.facts();
        if (facts == null) {
            return Stream.ofNullable(inspection.obstacle());
        }
        return Stream.of(
                        new MachineChecks(requirements, inspection.node(), facts).findings(),
                        new StateChecks(requirements, inspection.node(), facts).findings(),
                        new NetworkChecks(requirements, inspection.node(), facts).findings(),
                        new NetworkOverlaps(requirements, inspection.node(), facts).findings())
                .flatMap(found -> found);
    }

    private Stream<Finding> together(List<Inspection> inspections) {
        var known = new LinkedHashMap<NodeTarget, HostFacts>();
        inspections.stream()
                .filter(inspection -> inspection.facts() != null)
                .forEach(inspection -> known.put(inspection.node(), Objects.requireNonNull(inspection.facts())));
        return new FleetChecks(requirements, known).findings();
    }
}
