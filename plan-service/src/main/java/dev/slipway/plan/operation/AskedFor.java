package dev.slipway.plan.operation;

/**
 * What an operation was asked for, kept with it: its cluster may be another one later, or gone.
 *
 * @param spec the cluster's spec at that time
 * @param nodes how many nodes it has
 */
public record AskedFor(Object spec, int nodes) {}
