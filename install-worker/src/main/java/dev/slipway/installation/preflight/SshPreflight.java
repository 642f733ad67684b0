package dev.slipway.installation.preflight;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.installation.offline.PackageIndexes;
import dev.slipway.installation.phase.PreflightActivities;
import dev.slipway.toolkit.log.LoggedStep;
import dev.slipway.toolkit.log.OperationLog;
import dev.slipway.toolkit.planservice.NodeAccess;
import dev.slipway.toolkit.planservice.PlanServiceClient;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.spring.boot.ActivityImpl;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks at all hosts at the same time and tells everything it found in one table. */
@Component
@ActivityImpl(taskQueues = TaskQueues.INSTALLATION)
final class SshPreflight implements PreflightActivities {
    private final PlanServiceClient planService;
    private final PackageIndexes packages;
    private final HostInspector inspector;
    private final PreflightProperties properties;
    private final LoggedStep logged;

    SshPreflight(
            PlanServiceClient planService,
            PackageIndexes packages,
            HostInspector inspector,
            PreflightProperties properties,
            LoggedStep logged) {
        this.planService = planService;
        this.packages = packages;
        this.inspector = inspector;
        this.properties = properties;
        this.logged = logged;
    }

    @Override
    public void preflight(InstallationRequest request) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        String operation = request.operation().operationId();
        logged.run(operation, Step.PREFLIGHT, log -> {
            String architecture = packages.of(request).architecture();
            List<Inspection> inspections = inspect(context, request);
            judge(new Review(new Requirements(request, architecture, properties)).of(inspections), inspections, log);
            return true;
        });
    }

    private List<Inspection> inspect(ActivityExecutionContext context, InstallationRequest request) {
        Map<String, NodeAccess> access = planService.access(request.operation().clusterId()).nodes().stream()
                .collect(Collectors.toMap(NodeAccess::name, Function.identity()));
        return new AllHosts(context, properties.patience())
                .ask(
                        request.nodes(),
                        node -> inspector.inspect(request, node, require(access, node)),
                        node -> Inspection.silent(node, properties.patience()));
    }

    private static NodeAccess require(Map<String, NodeAccess> access, NodeTarget node) {
        NodeAccess login = access.get(node.name());
        if (login == null) {
            throw Failures.of(
                    FailureType.INVALID_REQUEST,
                    "plan-service knows no access to host %s: see whether the host and its credential are still registered, then retry the step."
                            .formatted(node.name()),
                    node.name(),
                    null);
        }
        return login;
    }

    private static void judge(List<Finding> findings, List<Inspection> inspections, OperationLog log) {
        if (findings.isEmpty()) {
            log.line("%d hosts looked at, nothing found".formatted(inspections.size()));
            return;
        }
        FindingsTable.lines(findings).forEach(log::line);
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw unfit(errors);
        }
    }

    private static RuntimeException unfit(List<Finding> errors) {
        List<String> hosts = errors.stream().map(Finding::host).distinct().toList();
        Finding first = errors.getFirst();
        String others = errors.size() == 1
                ? "Host %s is not fit:".formatted(first.host())
                : "%d findings, all in the step's log, forbid the installation on %s, first on %s:"
                        .formatted(errors.size(), String.join(", ", hosts), first.host());
        return Failures.of(
                type(errors),
                "%s %s; %s, then retry the step %s."
                        .formatted(others, first.message(), first.advice(), Step.PREFLIGHT.title()),
                hosts.size() == 1 ? first.host() : null,
                null);
    }

    /** What one cause explains has its name; a network that is cut for a while is worth waiting for. */
    private static FailureType type(List<Finding> errors) {
        List<FailureType> types = errors.stream().map(Finding::type).distinct().toList();
        return types.size() == 1 || types.stream().allMatch(FailureType::retryable)
                ? types.getFirst()
                : FailureType.PREFLIGHT_FAILED;
    }
}
