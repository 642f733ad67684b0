package dev.slipway.cli.platform.services;

import dev.slipway.cli.instance.Ports;

/** The services of the platform. */
public enum Service {
    /** What is wanted, and the life of each cluster. */
    PLAN_SERVICE("plan-service"),
    /** Terraform. */
    PROVISIONING_WORKER("provisioning-worker"),
    /** Ansible. */
    INSTALL_WORKER("install-worker"),
    /** The only door. */
    GATEWAY("gateway");

    private final String id;

    Service(String id) {
        this.id = id;
    }

    /** Its name everywhere. */
    public String id() {
        return id;
    }

    /** Whether it works for the plan-service, which it needs until it has ended. */
    public boolean isWorker() {
        return this == PROVISIONING_WORKER || this == INSTALL_WORKER;
    }

    /** Where it listens. */
    public int port(Ports ports) {
        return switch (this) {
            case PLAN_SERVICE -> ports.planService();
            case PROVISIONING_WORKER -> ports.provisioningWorker();
            case INSTALL_WORKER -> ports.installWorker();
            case GATEWAY -> ports.gateway();
        };
    }
}
