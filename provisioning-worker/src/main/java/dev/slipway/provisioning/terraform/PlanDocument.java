package dev.slipway.provisioning.terraform;

import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.operation.ResourceChange;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The part of "terraform show -json plan" that we read. */
record PlanDocument(@Nullable List<Resource> resourceChanges) {
    private static final String DELETE = "delete";
    private static final String CREATE = "create";
    private static final String REPLACE = "replace";
    private static final String UPDATE = "update";

    record Resource(String address, Change change) {}

    record Change(List<String> actions) {
        /** Gives the name of the action; nothing for what stays or is only read. */
        Optional<String> name() {
            if (actions.contains(CREATE) && actions.contains(DELETE)) {
                return Optional.of(REPLACE);
            }
            return actions.stream()
                    .filter(List.of(CREATE, UPDATE, DELETE)::contains)
                    .findFirst();
        }
    }

    static PlanDocument read(String json) {
        return Json.MAPPER.readValue(json, PlanDocument.class);
    }

    /** Counts as Terraform does: a replacement is added and destroyed. */
    PlanSummary summary() {
        var changes = changes();
        return new PlanSummary(
                count(changes, action -> action.equals(CREATE) || action.equals(REPLACE)),
                count(changes, UPDATE::equals),
                count(changes, action -> action.equals(DELETE) || action.equals(REPLACE)),
                changes);
    }

    private List<ResourceChange> changes() {
        return resourceChanges == null
                ? List.of()
                : resourceChanges.stream()
                        .flatMap(resource ->
                                resource
                                        .change()
                                        .name()
                                        .map(name -> new ResourceChange(resource.address(), name))
                                        .stream())
                        .toList();
    }

    private static int count(List<ResourceChange> changes, Predicate<String> action) {
        return (int) changes.stream().map(ResourceChange::action).filter(action).count();
    }
}
