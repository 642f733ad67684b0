package dev.slipway.installation.phase;

import dev.slipway.contracts.installation.InstallationRequest;
import io.temporal.activity.ActivityInterface;

/** Judges hosts before anything is changed. */
@ActivityInterface(namePrefix = "Preflight")
public interface PreflightActivities {
    /** Looks at every host, writes all findings into the log and fails when one of them forbids an installation. */
    void preflight(InstallationRequest request);
}
