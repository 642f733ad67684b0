package dev.slipway.plan.cluster.access;

import jakarta.validation.constraints.NotBlank;

/** The key a host showed at first use. */
record PinnedKey(@NotBlank String hostKey) {}
