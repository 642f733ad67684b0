package dev.slipway.toolkit.process;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to run. Immutable; each method returns a changed copy.
 *
 * @param executable a path, or a name looked up on the command's PATH
 * @param arguments the arguments; never a secret, as every user of the machine can read them
 * @param environment all the program gets, besides PATH and HOME of this process when not given
 * @param directory where it runs
 * @param secrets texts that no line, message or log may show
 */
public record Command(
        String executable,
        List<String> arguments,
        Map<String, String> environment,
        Path directory,
        Set<String> secrets) {

    /** Copies the collections and refuses a secret among the arguments. */
    public Command {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        secrets = Set.copyOf(secrets);
        if (secrets.stream().anyMatch(arguments::contains)) {
            throw new IllegalArgumentException("A secret must not be an argument of " + executable);
        }
    }

    /** Begins a command that runs in the current directory. */
    public static Command of(String executable, String... arguments) {
        return new Command(executable, List.of(arguments), Map.of(), Path.of("").toAbsolutePath(), Set.of());
    }

    /** Sets the directory to run in. */
    public Command in(Path newDirectory) {
        return new Command(executable, arguments, environment, newDirectory, secrets);
    }

    /** Adds a variable to the environment. */
    public Command with(String name, String value) {
        var changed = new LinkedHashMap<>(environment);
        changed.put(name, value);
        return new Command(executable, arguments, changed, directory, secrets);
    }

    /** Adds a secret to hide. */
    public Command hiding(String secret) {
        var changed = new HashSet<>(secrets);
        changed.add(secret);
        return new Command(executable, arguments, environment, directory, changed);
    }

    /** Shows the command line without secrets and without the environment's values. */
    @Override
    public String toString() {
        var line = arguments.isEmpty() ? executable : executable + " " + String.join(" ", arguments);
        return new Redaction(secrets).apply(line);
    }
}
