package dev.slipway.plan.deployplan;

/** How many nodes of each role a cluster made from the plan has. */
public enum DeployModel {
    SINGLE_CONTROL_PLANE(1, 1),
    HIGHLY_AVAILABLE(3, 3);

    private final int controlPlanes;
    private final int fewestWorkers;

    DeployModel(int controlPlanes, int fewestWorkers) {
        this.controlPlanes = controlPlanes;
        this.fewestWorkers = fewestWorkers;
    }

    /** Returns the exact number of control plane nodes. */
    public int controlPlanes() {
        return controlPlanes;
    }

    /** Returns the smallest number of workers. */
    public int fewestWorkers() {
        return fewestWorkers;
    }
}
