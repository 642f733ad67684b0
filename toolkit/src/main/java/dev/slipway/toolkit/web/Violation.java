package dev.slipway.toolkit.web;

/**
 * One rule a request breaks.
 *
 * @param field path of the field in the request, such as "network.podNetwork"
 * @param message what is wrong, and what would be right
 */
public record Violation(String field, String message) {}
