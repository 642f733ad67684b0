package dev.slipway.plan.cluster.spec;

import org.jspecify.annotations.Nullable;

/** A host assignment as asked for. */
public record HostDraft(@Nullable String host, @Nullable String role) {
    static HostDraft of(HostAssignment assignment) {
        return new HostDraft(assignment.host(), assignment.role().name());
    }
}
