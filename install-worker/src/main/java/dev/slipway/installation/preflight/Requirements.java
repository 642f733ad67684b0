package dev.slipway.installation.preflight;

import dev.slipway.contracts.installation.InstallationRequest;

/**
 * What the hosts of one installation are judged by.
 *
 * @param architecture the package's
 */
record Requirements(InstallationRequest installation, String architecture, PreflightProperties limits) {}
