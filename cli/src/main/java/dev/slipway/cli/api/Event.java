package dev.slipway.cli.api;

/**
 * One server-sent event.
 *
 * @param name what kind it is
 * @param id where to go on after it
 * @param data what it says
 */
public record Event(String name, String id, String data) {}
