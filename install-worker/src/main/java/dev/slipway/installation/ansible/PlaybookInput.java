package dev.slipway.installation.ansible;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.contracts.operation.Step;
import dev.slipway.installation.offline.PackageIndexes;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.toolkit.planservice.ClusterAccess;
import dev.slipway.toolkit.planservice.NodeAccess;
import dev.slipway.toolkit.planservice.PlanServiceClient;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.ProcessFence;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives playbooks what they work with: inventory, keys and variables in private files of the run. */
@Component
final class PlaybookInput {
    /** Who has a shorter password has hidden nothing; it would blank out the numbers of tasks and their times. */
    private static final int SHORTEST_HIDDEN = 4;

    /** What events are made of; a password of such a word is in every log anyway. */
    private static final Set<String> WORDS = Set.of(
            "ended",
            "index",
            "host",
            "task",
            "status",
            "message",
            "seconds",
            "changed",
            "skipped",
            "waiting",
            "ignored",
            "failed",
            "unreachable");

    private final PlanServiceClient planService;
    private final PackageIndexes packages;
    private final AnsibleCommand ansible;

    PlaybookInput(PlanServiceClient planService, PackageIndexes packages, AnsibleCommand ansible) {
        this.planService = planService;
        this.packages = packages;
        this.ansible = ansible;
    }

    /** Returns how the hosts are reached, as it is known now. */
    ClusterAccess access(PhaseRequest request) {
        return planService.access(request.installation().operation().clusterId());
    }

    /** Writes the files, and returns the command that runs the playbooks with them. */
    Command command(
            PhaseRequest request,
            ClusterAccess known,
            List<String> playbooks,
            ProcessFence fence,
            RunDirectory directory) {
        InstallationRequest installation = request.installation();
        Map<String, NodeAccess> access = Inventory.byName(known);
        var inventory =
                new Inventory(targets(request, access), access, writeKeys(access, directory), installation.labels());
        Path knownHosts = directory.write("known_hosts", KnownHosts.of(access.values()));
        Command command = ansible.of(
                playbooks,
                fence,
                directory,
                directory.writeSecret("inventory.yml", inventory.yaml(AnsibleCommand.sshArguments(knownHosts))),
                directory.write("variables.json", variables(request)));
        return hiding(access.values(), command);
    }

    /** What a tool says about a failed login must not show the login. */
    private static Command hiding(Collection<NodeAccess> access, Command command) {
        return access.stream()
                .flatMap(NodeAccess::secrets)
                .filter(secret -> secret.length() >= SHORTEST_HIDDEN && !WORDS.contains(secret))
                .distinct()
                .reduce(command, Command::hiding, (first, second) -> second);
    }

    /** A host whose key was never pinned was never logged in to: there is nothing to reset on it. */
    private static List<NodeTarget> targets(PhaseRequest request, Map<String, NodeAccess> access) {
        List<NodeTarget> nodes = request.installation().nodes();
        return request.step() != Step.RESET_HOSTS
                ? nodes
                : nodes.stream()
                        .filter(node -> isPinned(access.get(node.name())))
                        .toList();
    }

    private static boolean isPinned(@Nullable NodeAccess node) {
        return node != null && node.hostKey() != null;
    }

    private static Map<String, Path> writeKeys(Map<String, NodeAccess> access, RunDirectory directory) {
        var keys = new HashMap<String, Path>();
        access.forEach((name, node) -> {
            String privateKey = node.privateKey();
            if (privateKey != null) {
                keys.put(name, directory.writeSecret(name + ".key", privateKey.stripTrailing() + "\n"));
            }
        });
        return keys;
    }

    private String variables(PhaseRequest request) {
        return request.step() == Step.RESET_HOSTS
                ? ClusterVariables.json(request.installation())
                : ClusterVariables.json(request.installation(), packages.of(request.installation()));
    }
}
