package dev.slipway.installation.ansible;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.installation.offline.PackageIndexes;
import dev.slipway.installation.phase.PhaseActivities;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.toolkit.log.LoggedStep;
import dev.slipway.toolkit.log.OperationLog;
import dev.slipway.toolkit.planservice.NodeAccess;
import dev.slipway.toolkit.planservice.PlanServiceClient;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.ProcessFence;
import dev.slipway.toolkit.temporal.HeartbeatingRun;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.spring.boot.ActivityImpl;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs each phase as the playbook of the same name. */
@Component
@ActivityImpl(taskQueues = TaskQueues.INSTALLATION)
final class AnsiblePhases implements PhaseActivities {
    private static final int SHORTEST_HIDDEN = 8;

    private final PlanServiceClient planService;
    private final PackageIndexes packages;
    private final AnsibleCommand ansible;
    private final RunDirectories directories;
    private final HeartbeatingRun runner;
    private final LoggedStep logged;

    AnsiblePhases(
            PlanServiceClient planService,
            PackageIndexes packages,
            AnsibleCommand ansible,
            RunDirectories directories,
            HeartbeatingRun runner,
            Clock clock) {
        this.planService = planService;
        this.packages = packages;
        this.ansible = ansible;
        this.directories = directories;
        this.runner = runner;
        this.logged = new LoggedStep(planService::appendLog, clock);
    }

    @Override
    public void runPhase(PhaseRequest request) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        String operation = request.installation().operation().operationId();
        logged.run(operation, request.step(), log -> {
            run(request, context, log);
            return true;
        });
    }

    private void run(PhaseRequest request, ActivityExecutionContext context, OperationLog log) {
        var fence =
                ProcessFence.around(request.installation().operation().clusterId() + "/" + playbook(request.step()));
        int killed = fence.clear();
        if (killed > 0) {
            log.line("Stopped %d processes that an earlier attempt had left".formatted(killed));
        }
        RunDirectory directory = directories.create(playbook(request.step()));
        try {
            new AnsibleRun(request, log).run(runner, context, command(request, fence, directory));
            directory.remove();
        } catch (ActivityCompletionException stopped) {
            directory.remove();
            throw stopped;
        } finally {
            directory.removeSecrets();
        }
    }

    private Command command(PhaseRequest request, ProcessFence fence, RunDirectory directory) {
        InstallationRequest installation = request.installation();
        Map<String, NodeAccess> access =
                Inventory.byName(planService.access(installation.operation().clusterId()));
        var inventory =
                new Inventory(targets(request, access), access, writeKeys(access, directory), installation.labels());
        Path knownHosts = directory.write("known_hosts", KnownHosts.of(access.values()));
        Command command = ansible.of(
                playbook(request.step()),
                fence,
                directory,
                directory.writeSecret("inventory.yml", inventory.yaml(AnsibleCommand.sshArguments(knownHosts))),
                directory.write("variables.json", variables(request)));
        return hiding(access.values(), command);
    }

    /** What a tool says about a failed login must not show the login; a short word would blank out harmless text. */
    private static Command hiding(Collection<NodeAccess> access, Command command) {
        return access.stream()
                .flatMap(NodeAccess::secrets)
                .filter(secret -> secret.length() >= SHORTEST_HIDDEN)
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

    /** The playbook of a reset is called reset: a playbook is a verb or a concern, a step may say more. */
    private static String playbook(Step step) {
        return step == Step.RESET_HOSTS
                ? "reset"
                : step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
