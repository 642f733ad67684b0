package dev.slipway.cli.platform.supervisor;

import java.util.List;

/**
 * A program that is kept running.
 *
 * @param name its name
 * @param command the program and its arguments; nothing secret among them
 * @param priority lower ones are started first and stopped last
 * @param stopSignal the signal it stops at
 * @param settingsDigest changes when its settings files do, so that it is started anew
 */
public record Program(String name, List<String> command, int priority, String stopSignal, String settingsDigest) {
    /** A copy of the arguments is kept. */
    public Program {
        command = List.copyOf(command);
    }
}
