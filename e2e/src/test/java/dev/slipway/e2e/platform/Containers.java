package dev.slipway.e2e.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The container engine of this machine, seen from outside the product. */
public final class Containers {
    private static final List<String> HOST_ARGUMENTS = List.of(
            "--cap-add=ALL",
            "--cap-drop=SYS_RESOURCE",
            "--security-opt=seccomp=unconfined",
            "--security-opt=apparmor=unconfined",
            "--security-opt=systempaths=unconfined",
            "--device=/dev/fuse",
            "--device-cgroup-rule=a *:* rwm",
            "--cgroupns=private",
            "--tmpfs=/run:exec",
            "--tmpfs=/tmp:exec",
            "--volume=/var");

    private Containers() {}

    /** Starts a host that no plan made: what a user's own machine is. */
    public static void startHost(String name, String address, String publicKey) {
        var command = new ArrayList<>(List.of("docker", "run", "--detach", "--name", name, "--hostname", name));
        command.addAll(List.of("--network", Platform.NETWORK, "--ip", address));
        command.addAll(HOST_ARGUMENTS);
        command.addAll(List.of("--env", "SLIPWAY_AUTHORIZED_KEY=" + publicKey, "slipway/container-host:latest"));
        Program.ok(command);
    }

    public static void remove(String name) {
        Program.ok(List.of("docker", "rm", "--force", "--volumes", name));
    }

    public static Outcome inside(String container, String... command) {
        var line = new ArrayList<>(List.of("docker", "exec", container));
        line.addAll(List.of(command));
        return Program.run(Platform.CHECKOUT, Map.of(), Duration.ofSeconds(60), line);
    }

    public static List<String> ofCluster(String clusterId) {
        return labelled("ps", "--all", clusterId);
    }

    public static List<String> volumesOfCluster(String clusterId) {
        return lines(Program.ok(
                List.of("docker", "volume", "ls", "--quiet", "--filter", "label=dev.slipway.cluster=" + clusterId)));
    }

    private static List<String> labelled(String what, String all, String clusterId) {
        return lines(Program.ok(List.of(
                "docker", what, all, "--format", "{{.Names}}", "--filter", "label=dev.slipway.cluster=" + clusterId)));
    }

    public static List<String> lines(String output) {
        return Arrays.stream(output.split("\n")).filter(line -> !line.isBlank()).toList();
    }
}
