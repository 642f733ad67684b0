package dev.slipway.plan.operation;

import dev.slipway.contracts.operation.Step;

/** Where a step runs: in which workflow of a cluster, and in which service. */
public enum StepPlace {
    LIFECYCLE("plan-service", ""),
    PROVISIONING("provisioning-worker", "-provisioning"),
    DEPROVISIONING("provisioning-worker", "-deprovisioning"),
    INSTALLATION("install-worker", "-installation"),
    UNINSTALLATION("install-worker", "-uninstallation");

    private final String service;
    private final String suffix;

    StepPlace(String service, String suffix) {
        this.service = service;
        this.suffix = suffix;
    }

    /** Returns where a step runs. */
    public static StepPlace of(Step step) {
        return switch (step.work()) {
            case RESERVATION, PUBLICATION, RELEASE -> LIFECYCLE;
            case PROVISIONING -> PROVISIONING;
            case DEPROVISIONING -> DEPROVISIONING;
            case INSTALLATION -> INSTALLATION;
            case UNINSTALLATION -> UNINSTALLATION;
        };
    }

    /** Returns the service whose worker runs it. */
    public String service() {
        return service;
    }

    /** Returns the id of the workflow of a cluster that runs it. */
    public String workflowId(String clusterId) {
        return "cluster-" + clusterId + suffix;
    }
}
