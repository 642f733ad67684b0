package dev.slipway.contracts.installation;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Gives registered hosts back as they were before: step RESET_HOSTS. */
@WorkflowInterface
public interface UninstallationWorkflow {
    /** Resets every host of the request, whatever state an installation left it in. */
    @WorkflowMethod
    void uninstall(InstallationRequest request);
}
