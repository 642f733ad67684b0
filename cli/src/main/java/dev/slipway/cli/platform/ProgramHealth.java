package dev.slipway.cli.platform;

/**
 * What one program of the platform is at.
 *
 * @param name the program
 * @param state what the supervisor says
 * @param ready whether it serves
 * @param detail process number and age, or why it does not run
 */
public record ProgramHealth(String name, String state, boolean ready, String detail) {}
