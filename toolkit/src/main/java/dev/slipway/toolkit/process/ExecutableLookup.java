package dev.slipway.toolkit.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Finds a program as the shell would, so that a missing one is told apart from one that failed. */
final class ExecutableLookup {
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    private ExecutableLookup() {}

    static Path find(Command command, String searchPath) {
        if (command.executable().contains(File.separator)) {
            return checked(command.directory().resolve(command.executable()));
        }
        return SEPARATOR
                .splitAsStream(searchPath)
                .map(folder -> Path.of(folder, command.executable()))
                .filter(ExecutableLookup::isProgram)
                .findFirst()
                .orElseThrow(() -> new StartException(command.executable() + " is not on the PATH", null));
    }

    private static Path checked(Path program) {
        if (!isProgram(program)) {
            throw new StartException(program + " is missing or not executable", null);
        }
        return program;
    }

    private static boolean isProgram(Path program) {
        return Files.isRegularFile(program) && Files.isExecutable(program);
    }
}
