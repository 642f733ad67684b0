package dev.slipway.contracts.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * Where hosts are made: the kind, and the settings of exactly that kind.
 *
 * @param containerHosts set when the kind is CONTAINER_HOSTS
 */
public record RegionTarget(RegionKind kind, @Nullable ContainerHosts containerHosts) {}
