package dev.slipway.cli.external;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program of this machine with its arguments, run as a child process until it ends.
 *
 * @param command the program and its arguments
 * @param directory where it runs; null is the current folder
 * @param environment variables on top of this process's own
 */
public record ExternalProgram(
        List<String> command, @Nullable Path directory, Map<String, String> environment) {
    /** A copy of the arguments is kept. */
    public ExternalProgram {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** A program that runs in the current folder. */
    public static ExternalProgram of(String... command) {
        return new ExternalProgram(List.of(command), null, Map.of());
    }

    /** The same program with more arguments. */
    public ExternalProgram and(List<String> arguments) {
        List<String> all = new ArrayList<>(command);
        all.addAll(arguments);
        return new ExternalProgram(all, directory, environment);
    }

    /** The same program in another folder. */
    public ExternalProgram in(Path folder) {
        return new ExternalProgram(command, folder, environment);
    }

    /** The same program with another variable. */
    public ExternalProgram with(String variable, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(variable, value);
        return new ExternalProgram(command, directory, all);
    }

    /**
     * Runs the program to its end and returns what it printed.
     *
     * @throws MissingProgramException when it is not installed
     * @throws ExternalProgramFailedException when it ends with another code than 0
     */
    public String run() {
        return run(builder(), nothing -> {});
    }

    /** Does the same with a program that reads; it fails too when it does not read all there is. */
    public String run(ProgramInput input) {
        return run(builder().redirectInput(ProcessBuilder.Redirect.PIPE), input);
    }

    private String run(ProcessBuilder builder, ProgramInput input) {
        try {
            Path output = Files.createTempFile("slipway-", ".out");
            Path errors = Files.createTempFile("slipway-", ".err");
            try {
                return run(
                        builder.redirectOutput(output.toFile()).redirectError(errors.toFile()), input, output, errors);
            } finally {
                Files.deleteIfExists(output);
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the program to its end, passes on what it says while it says it, and returns its code. */
    public int show(OutputStream output) {
        Process process = start(builder().redirectErrorStream(true));
        try {
            process.getInputStream().transferTo(output);
            output.flush();
        } catch (IOException e) {
            ChildProcesses.endTree(process);
            throw new UncheckedIOException(e);
        }
        return waitFor(process);
    }

    /** Starts the program and leaves it running, its output going to the given file. */
    public Process start(Path log) {
        return start(builder().redirectErrorStream(true).redirectOutput(log.toFile()));
    }

    private String run(ProcessBuilder builder, ProgramInput input, Path output, Path errors) throws IOException {
        Process process = start(builder);
        boolean isRead = write(input, process.getOutputStream());
        int code = waitFor(process);
        if (code != 0 || !isRead) {
            throw new ExternalProgramFailedException(
                    command, code, text(errors).isBlank() ? text(output) : text(errors));
        }
        return text(output);
    }

    /** A program that ends too early says why itself, better than a broken pipe does. */
    private static boolean write(ProgramInput input, OutputStream program) {
        try (program) {
            input.writeTo(program);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.directory(directory == null ? null : directory.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return builder;
    }

    private Process start(ProcessBuilder builder) {
        try {
            return ChildProcesses.watched(builder.start());
        } catch (IOException e) {
            throw new MissingProgramException(command.getFirst(), e);
        }
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            ChildProcesses.endTree(process);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a program", e);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
