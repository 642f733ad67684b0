package dev.slipway.cli.external;

import java.util.Map;

/** A program that is needed is not installed on this machine. */
public class MissingProgramException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Map<String, String> PACKAGES = Map.of(
            "apt-get", "apt",
            "apt-ftparchive", "apt-utils",
            "dpkg-deb", "dpkg",
            "docker", "docker.io",
            "gcc", "gcc libc6-dev");

    /** Names the program and, where it is known, the operating system package it comes with. */
    public MissingProgramException(String program, Throwable cause) {
        super("'" + program + "' is missing on this machine: " + wayOut(program), cause);
    }

    private static String wayOut(String program) {
        return program.equals("go")
                ? "install Go 1.26 or newer"
                : "install it with 'apt-get install " + PACKAGES.getOrDefault(program, program) + "'";
    }
}
