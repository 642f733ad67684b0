package dev.slipway.installation.preflight;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.contracts.installation.NodeTarget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges what a host is: its system, size and tools. */
final class MachineChecks {
    private static final int PYTHON_MINOR = 8;
    private static final int CONTROL_GROUPS = 2;

    private final Requirements requirements;
    private final NodeTarget node;
    private final HostFacts facts;

    MachineChecks(Requirements requirements, NodeTarget node, HostFacts facts) {
        this.requirements = requirements;
        this.node = node;
        this.facts = facts;
    }

    Stream<Finding> findings() {
        return Stream.of(
                        profile(),
                        root(),
                        python(),
                        system(),
                        architecture(),
                        systemd(),
                        cpus(),
                        memory(),
                        disk(),
                        swap(),
                        controlGroups())
                .flatMap(Optional::stream);
    }

    /** The specialities of containers would hurt a machine, and what a machine gets a container may not have. */
    private Optional<Finding> profile() {
        HostProfile is = facts.knows("container") ? HostProfile.CONTAINER : HostProfile.STANDARD;
        return errorUnless(
                node.profile() == is,
                "profile",
                is == HostProfile.CONTAINER
                        ? "the host is a container (%s) and registered as a machine".formatted(facts.text("container"))
                        : "the host is a machine and registered as a container",
                "register it again with the profile " + is);
    }

    private Optional<Finding> root() {
        return errorUnless(
                facts.is("root"),
                "sudo",
                "the user may not become root without a password",
                "give it passwordless sudo, or register the host with root");
    }

    private Optional<Finding> python() {
        String[] version = facts.text("python").split("\\.", -1);
        boolean usable = version.length == 2 && Integer.parseInt(version[1]) >= PYTHON_MINOR;
        return errorUnless(
                usable,
                "Python",
                facts.knows("python") ? "Python is " + facts.text("python") : "there is no python3",
                "install python3, 3.%d or later".formatted(PYTHON_MINOR));
    }

    private Optional<Finding> system() {
        List<String> versions = requirements.limits().systems().getOrDefault(facts.text("os"), List.of());
        return errorUnless(
                versions.contains(facts.text("os-version")),
                "system",
                "%s is not supported".formatted(facts.text("os-name")),
                "use one of " + requirements.limits().systems());
    }

    private Optional<Finding> architecture() {
        return errorUnless(
                facts.architecture().equals(requirements.architecture()),
                "architecture",
                "the host is %s, the package %s".formatted(facts.architecture(), requirements.architecture()),
                "use a package of the host's architecture");
    }

    private Optional<Finding> systemd() {
        return errorUnless(
                facts.is("systemd"), "systemd", "systemd does not run the host", "use a host that systemd runs");
    }

    private Optional<Finding> cpus() {
        int least = controlPlane()
                ? requirements.limits().controlPlaneCpus()
                : requirements.limits().workerCpus();
        return errorUnless(
                facts.number("cpus") >= least,
                "CPUs",
                "%d of at least %d".formatted(facts.number("cpus"), least),
                "give the host more CPUs");
    }

    private Optional<Finding> memory() {
        long least = controlPlane()
                ? requirements.limits().controlPlaneMemoryMebibytes()
                : requirements.limits().workerMemoryMebibytes();
        return errorUnless(
                facts.mebibytes("memory-kib") >= least,
                "memory",
                "%d MiB of at least %d MiB".formatted(facts.mebibytes("memory-kib"), least),
                "give the host more memory");
    }

    private Optional<Finding> disk() {
        long least = requirements.limits().diskMebibytes();
        return errorUnless(
                        facts.mebibytes("disk-kib") >= least,
                        "disk",
                        "%d MiB free on /var of at least %d MiB".formatted(facts.mebibytes("disk-kib"), least),
                        "free or add space on /var")
                .map(finding -> finding.named(FailureType.DISK_FULL));
    }

    private Optional<Finding> swap() {
        List<String> areas = facts.all("swap");
        boolean compressed = areas.stream().anyMatch(area -> area.contains("zram"));
        return errorUnless(
                node.profile() == HostProfile.CONTAINER || areas.isEmpty(),
                "swap",
                "swap is on: " + String.join(", ", areas),
                "switch it off (swapoff -a) and keep it off: "
                        + (compressed
                                ? "remove what makes it, zram-tools or systemd-zram-generator"
                                : "remove it from /etc/fstab, mask its unit if it has one (systemctl mask NAME.swap)"));
    }

    /** The kubelet of a container host is told to bear with version 1. */
    private Optional<Finding> controlGroups() {
        return errorUnless(
                node.profile() == HostProfile.CONTAINER || facts.number("control-groups") >= CONTROL_GROUPS,
                "cgroups",
                "the kernel runs control groups version 1, which the kubelet refuses",
                "set systemd.unified_cgroup_hierarchy=1 on the kernel's command line, and restart the host");
    }

    private boolean controlPlane() {
        return node.role() == NodeRole.CONTROL_PLANE;
    }

    private Optional<Finding> errorUnless(boolean good, String check, String message, String advice) {
        return good ? Optional.empty() : Optional.of(Finding.error(node.name(), check, message, advice));
    }
}
