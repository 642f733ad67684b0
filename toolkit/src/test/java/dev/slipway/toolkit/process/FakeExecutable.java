package dev.slipway.toolkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;

/** A script in place of a real program: it records how it is called and then does what the test says. */
public final class FakeExecutable {
    private static final Pattern LINE = Pattern.compile("\n");

    private final Path script;

    private FakeExecutable(Path script) {
        this.script = script;
    }

    /** Writes a program of this name into the folder; the body is shell. */
    public static FakeExecutable create(Path folder, String name, String body) {
        var script = folder.resolve(name);
        var text = """
                #!/bin/sh
                echo "$*" >> "%1$s.calls"
                env > "%1$s.environment"
                pwd > "%1$s.directory"
                %2$s
                """.formatted(script, body);
        try {
            Files.createDirectories(folder);
            Files.writeString(script, text);
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FakeExecutable(script);
    }

    /** Returns a PATH on which this program comes first. */
    public String searchPath() {
        return script.getParent() + ":" + System.getenv("PATH");
    }

    /** Returns the script. */
    public Path path() {
        return script;
    }

    /** Returns the arguments of each call, oldest first, joined by spaces. */
    public List<String> calls() {
        return recorded(".calls");
    }

    /** Returns the environment of the last call as NAME=value. */
    public List<String> environment() {
        return recorded(".environment");
    }

    /** Returns the directory of the last call. */
    public Path directory() {
        return Path.of(recorded(".directory").getFirst());
    }

    private List<String> recorded(String suffix) {
        var file = Path.of(script + suffix);
        try {
            return Files.exists(file)
                    ? LINE.splitAsStream(Files.readString(file)).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
