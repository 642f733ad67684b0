package dev.slipway.plan.ipv4;

/**
 * A network that somebody is in.
 *
 * @param user its name, for messages
 */
public record NetworkUse(String user, Subnet network) {}
