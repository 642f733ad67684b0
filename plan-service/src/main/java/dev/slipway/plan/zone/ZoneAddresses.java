package dev.slipway.plan.zone;

/**
 * How the addresses of a zone stand.
 *
 * @param free how many can still be given to hosts
 * @param used how many somebody has
 * @param locked how many nobody gets, as hosts that were left behind may still have them
 */
public record ZoneAddresses(long free, long used, long locked) {}
