package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.InstallationWorkflow;
import dev.slipway.contracts.installation.UninstallationWorkflow;
import dev.slipway.contracts.operation.JournalActivities;
import dev.slipway.contracts.operation.LeftBehindReport;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StillThere;
import dev.slipway.contracts.provisioning.DeprovisioningWorkflow;
import dev.slipway.contracts.provisioning.ProvisionedHosts;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.contracts.provisioning.ProvisioningWorkflow;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.toolkit.temporal.ActivityProfiles;
import dev.slipway.toolkit.temporal.Failures;
import dev.slipway.toolkit.temporal.Steps;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The workers' workflows, each one step long; the name of the cluster says which one fails and which one hangs. */
final class FakeWorkers {
    /** Names of clusters whose fault a person has mended. */
    static final Set<String> MENDED = ConcurrentHashMap.newKeySet();

    /** What a region still has of clusters that are left behind, by name; of others nobody tells. */
    static final Map<String, StillThere> STILL_THERE = new ConcurrentHashMap<>();

    private FakeWorkers() {}

    private static void work(OperationReference operation, Step... steps) {
        var all = new Steps(operation);
        for (var step : steps) {
            work(all, operation, step);
        }
    }

    private static boolean work(Steps steps, OperationReference operation, Step step) {
        return steps.step(step, () -> {
            if (operation.clusterName().equals(name("hangs", step))) {
                Workflow.sleep(Duration.ofDays(1));
            }
            if (operation.clusterName().equals(name("fails", step)) && !MENDED.contains(operation.clusterName())) {
                throw Failures.of(FailureType.TOOL_FAILED, "broken", "host-1", null);
            }
        });
    }

    /** Returns the name of a cluster that fails or hangs in a step. */
    static String name(String fate, Step step) {
        return fate + "-in-" + step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static final class FakeProvisioning implements ProvisioningWorkflow {
        @Override
        public ProvisionedHosts provision(ProvisioningRequest request) {
            work(request.operation(), Step.CREATE_HOSTS);
            return new ProvisionedHosts(List.of());
        }
    }

    public static final class FakeDeprovisioning implements DeprovisioningWorkflow {
        private final JournalActivities journal =
                Workflow.newActivityStub(JournalActivities.class, ActivityProfiles.patient(TaskQueues.LIFECYCLE));

        @Override
        public void deprovision(ProvisioningRequest request) {
            var operation = request.operation();
            var stillThere = STILL_THERE.get(operation.clusterName());
            if (!work(new Steps(operation), operation, Step.DESTROY_HOSTS) && stillThere != null) {
                journal.recordLeftBehind(new LeftBehindReport(operation.operationId(), Step.DESTROY_HOSTS, stillThere));
            }
        }
    }

    public static final class FakeInstallation implements InstallationWorkflow {
        @Override
        public void install(InstallationRequest request) {
            work(request.operation(), Step.PREFLIGHT, Step.PACKAGE_SOURCE, Step.CONTROL_PLANE);
        }
    }

    public static final class FakeUninstallation implements UninstallationWorkflow {
        @Override
        public void uninstall(InstallationRequest request) {
            work(request.operation(), Step.RESET_HOSTS);
        }
    }
}
