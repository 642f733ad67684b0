package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.StillThere;
import dev.slipway.plan.cluster.ClusterNode;
import dev.slipway.toolkit.log.LogLine;
import dev.slipway.toolkit.log.StepAttempt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a step that plan-service does itself says in the log. */
final class OwnLines {
    private static final String FORGOT = "forgot the cluster, its secrets and its Terraform state";

    private final List<LogLine> lines = new ArrayList<>();
    private final Instant at;

    private OwnLines(StepAttempt attempt, Instant at) {
        this.at = at;
        line(null, "%s begins on %s".formatted(attempt.step().title(), attempt.worker()));
    }

    static List<LogLine> reserved(StepAttempt attempt, Instant at, List<ClusterNode> held) {
        var said = new OwnLines(attempt, at);
        held.forEach(node -> said.line(
                node.name(), "reserved %s for a %s%s".formatted(node.address(), role(node), zone(node.zone()))));
        return said.lines;
    }

    static List<LogLine> published(StepAttempt attempt, Instant at, List<String> endpoints) {
        var said = new OwnLines(attempt, at);
        said.line(null, "the cluster is Ready; its API server: " + String.join(", ", endpoints));
        return said.lines;
    }

    /** Who repeats a release finds nothing left to give back. */
    static List<LogLine> released(StepAttempt attempt, Instant at, List<ClusterNode> held) {
        var said = new OwnLines(attempt, at);
        held.forEach(node -> said.line(node.name(), gaveBack(node)));
        said.line(null, FORGOT);
        return said.lines;
    }

    /** Hosts that were left behind are not given back: they may still be there, or be as the installation left them. */
    static List<LogLine> leftBehind(StepAttempt attempt, Instant at, List<ClusterNode> held, LeftHosts left) {
        var said = new OwnLines(attempt, at);
        held.forEach(node -> said.line(node.name(), left.includes(node) ? left(node) : gaveBack(node)));
        said.tell(left.stillThere());
        said.line(null, FORGOT);
        return said.lines;
    }

    private void tell(@Nullable StillThere found) {
        if (found != null) {
            found.things().forEach(thing -> line(null, "left in the region, to be removed there: " + thing));
            if (found.doubt() != null) {
                line(
                        null,
                        "which hosts are still there could not be found out, so all count as left: " + found.doubt());
            }
        }
    }

    static List<LogLine> failed(StepAttempt attempt, Instant at, FailureType type, String why) {
        var said = new OwnLines(attempt, at);
        said.line(null, "%s: %s".formatted(type, why));
        return said.lines;
    }

    private void line(@Nullable String host, String text) {
        lines.add(new LogLine(at, host, text));
    }

    private static String gaveBack(ClusterNode node) {
        return "gave back %s%s".formatted(node.address(), zone(node.zone()));
    }

    private static String left(ClusterNode node) {
        return node.hostId() == null
                ? "left behind; the host may still be there, so %s%s stays locked until a person releases it"
                        .formatted(node.address(), zone(node.zone()))
                : "left behind; what the installation put on %s may still be there, and other clusters can have the host"
                        .formatted(node.address());
    }

    private static String role(ClusterNode node) {
        return node.role() == NodeRole.CONTROL_PLANE ? "control plane node" : "worker";
    }

    private static String zone(@Nullable String zone) {
        return zone == null ? "" : " in zone " + zone;
    }
}
