package dev.slipway.cli.platform.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Stands for the loader of a Spring Boot jar: takes it apart as {@code -Djarmode=tools} does. */
public final class FakeBootJar {
    private FakeBootJar() {}

    /** Puts a file of the jar's name into the destination. */
    public static void main(String[] arguments) throws IOException {
        List<String> all = List.of(arguments);
        Path target = Path.of(all.get(all.indexOf("--destination") + 1));
        Path jar = Path.of(System.getProperty("java.class.path"));
        Files.createDirectories(target);
        Files.copy(jar, target.resolve(jar.getFileName()));
    }
}
