package dev.slipway.contracts.operation;

/** Every step an operation can have; its title is the same in API, console, playbook and log. */
public enum Step {
    RESERVE("Reserve hosts and addresses", Work.RESERVATION),
    PLAN_HOSTS("Plan hosts", Work.PROVISIONING),
    CREATE_HOSTS("Create hosts", Work.PROVISIONING),
    PREFLIGHT("Preflight", Work.INSTALLATION),
    PACKAGE_SOURCE("Package source", Work.INSTALLATION),
    HOST_BASELINE("Host baseline", Work.INSTALLATION),
    TIME("Time", Work.INSTALLATION),
    CONTAINER_RUNTIME("Container runtime", Work.INSTALLATION),
    IMAGES("Images", Work.INSTALLATION),
    CONTROL_PLANE("Control plane", Work.INSTALLATION),
    NETWORK("Network", Work.INSTALLATION),
    WORKERS("Workers", Work.INSTALLATION),
    DNS("DNS", Work.INSTALLATION),
    METRICS_SERVER("Metrics server", Work.INSTALLATION),
    VERIFICATION("Verification", Work.INSTALLATION),
    PUBLISH("Publish", Work.PUBLICATION),
    RESET_HOSTS("Reset hosts", Work.UNINSTALLATION),
    DESTROY_HOSTS("Destroy hosts", Work.DEPROVISIONING),
    RELEASE("Release hosts and addresses", Work.RELEASE);

    private final String title;
    private final Work work;

    Step(String title, Work work) {
        this.title = title;
        this.work = work;
    }

    /** Returns the title shown to people. */
    public String title() {
        return title;
    }

    /** Returns the work that it is a part of. */
    public Work work() {
        return work;
    }

    /** What the steps of an operation add up to. */
    public enum Work {
        RESERVATION,
        PROVISIONING,
        INSTALLATION,
        PUBLICATION,
        UNINSTALLATION,
        DEPROVISIONING,
        RELEASE
    }
}
