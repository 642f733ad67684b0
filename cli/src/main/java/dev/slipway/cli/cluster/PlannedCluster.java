package dev.slipway.cli.cluster;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** A cluster on hosts that are made from a deploy plan. */
final class PlannedCluster {
    @Option(names = "--name", required = true, description = "Its name.")
    private String name = "";

    @Option(names = "--package-version", required = true, description = "The Kubernetes version of an offline package.")
    private String packageVersion = "";

    @Option(names = "--deploy-plan", required = true, description = "The deploy plan.")
    private String deployPlan = "";

    @Option(names = "--workers", defaultValue = "1", description = "How many workers (${DEFAULT-VALUE}).")
    private int workers = 1;

    @Option(names = "--highly-available", description = "Three control plane nodes instead of one.")
    private boolean highlyAvailable;

    Map<String, Object> spec() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("name", name);
        spec.put("deployMode", "AUTOMATIC");
        spec.put("deployModel", highlyAvailable ? "HIGHLY_AVAILABLE" : "SINGLE_CONTROL_PLANE");
        spec.put("packageVersion", packageVersion);
        spec.put("deployPlan", deployPlan);
        spec.put("workers", workers);
        return spec;
    }
}
