package dev.slipway.plan.cluster.rule;

import java.util.UUID;

/** What the rules need to know about an offline package: its state by name, and whether that lets a cluster be made. */
public record PackageFacts(UUID id, boolean online, String state, String message) {}
