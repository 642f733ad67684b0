package dev.slipway.installation.preflight;

import dev.slipway.contracts.installation.NodeTarget;
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
}
