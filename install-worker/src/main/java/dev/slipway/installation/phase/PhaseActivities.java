package dev.slipway.installation.phase;

import io.temporal.activity.ActivityInterface;

/** Changes hosts, one phase at a time. */
@ActivityInterface(namePrefix = "Phase")
public interface PhaseActivities {
    /** Runs a phase on its hosts; run again, it changes nothing that is already as it should be. */
    void runPhase(PhaseRequest request);
}
