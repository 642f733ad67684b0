package dev.slipway.installation.phase;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.operation.Step;

/**
 * Asks for one phase on the hosts of an installation.
 *
 * @param step the phase; its playbook has the same name
 */
public record PhaseRequest(Step step, InstallationRequest installation) {}
