package dev.slipway.plan.deployplan.registration;

import dev.slipway.plan.deployplan.NodeSize;
import dev.slipway.plan.validation.Findings;
import org.jspecify.annotations.Nullable;

/** The least a node of a role needs: less, and kubeadm or the install-worker's preflight refuses the host. */
enum LeastSize {
    CONTROL_PLANE("controlPlaneSize", "a control plane node", 2, 1700),
    WORKER("workerSize", "a worker", 1, 700);

    private final String field;
    private final String node;
    private final int cpus;
    private final int memoryMebibytes;

    LeastSize(String field, String node, int cpus, int memoryMebibytes) {
        this.field = field;
        this.node = node;
        this.cpus = cpus;
        this.memoryMebibytes = memoryMebibytes;
    }

    /** Notes what is too small; that a size is absent is noted elsewhere. */
    void check(@Nullable NodeSize size, Findings findings) {
        if (size == null) {
            return;
        }
        if (size.cpus() < cpus) {
            findings.add(field + ".cpus", "must be at least %d (CPUs) for %s".formatted(cpus, node));
        }
        if (size.memoryMebibytes() < memoryMebibytes) {
            findings.add(
                    field + ".memoryMebibytes", "must be at least %d (MiB) for %s".formatted(memoryMebibytes, node));
        }
    }
}
