package dev.slipway.installation.preflight;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.NodeTarget;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One host as preflight saw it: its facts, or the finding that kept the worker from asking for them.
 *
 * @param facts absent when the host could not be used
 * @param obstacle present when the host could not be used
 */
record Inspection(
        NodeTarget node,
        @Nullable HostFacts facts,
        @Nullable Finding obstacle) {
    static Inspection of(NodeTarget node, HostFacts facts) {
        return new Inspection(node, facts, null);
    }

    static Inspection blocked(NodeTarget node, Finding obstacle) {
        return new Inspection(node, null, obstacle);
    }

    /** A host that lets the worker connect, and then says nothing any more. */
    static Inspection silent(NodeTarget node, Duration patience) {
        return blocked(
                node,
                Finding.error(
                                node.name(),
                                "SSH",
                                "did not finish answering within %d s".formatted(patience.toSeconds()),
                                "see whether the host runs, and what keeps it busy")
                        .named(FailureType.HOST_UNREACHABLE));
    }
}
