package dev.slipway.contracts.operation;

/** Every step an operation can have; its title is the same in API, console, playbook and log. */
public enum Step {
    RESERVE("Reserve hosts and addresses"),
    PLAN_HOSTS("Plan hosts"),
    CREATE_HOSTS("Create hosts"),
    PREFLIGHT("Preflight"),
    PACKAGE_SOURCE("Package source"),
    HOST_BASELINE("Host baseline"),
    TIME("Time"),
    CONTAINER_RUNTIME("Container runtime"),
    IMAGES("Images"),
    CONTROL_PLANE("Control plane"),
    NETWORK("Network"),
    WORKERS("Workers"),
    DNS("DNS"),
    METRICS_SERVER("Metrics server"),
    VERIFICATION("Verification"),
    PUBLISH("Publish"),
    RESET_HOSTS("Reset hosts"),
    DESTROY_HOSTS("Destroy hosts"),
    RELEASE("Release hosts and addresses");

    private final String title;

    Step(String title) {
        this.title = title;
    }

    /** Returns the title shown to people. */
    public String title() {
        return title;
    }
}
