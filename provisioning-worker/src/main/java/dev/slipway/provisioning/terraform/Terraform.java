package dev.slipway.provisioning.terraform;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.ExitException;
import dev.slipway.toolkit.process.OutputLine;
import dev.slipway.toolkit.process.StartException;
import dev.slipway.toolkit.process.Stream;
import dev.slipway.toolkit.temporal.Failures;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Terraform in one directory, with one environment. */
public final class Terraform {
    private static final Map<String, String> AUTOMATION =
            Map.of("TF_IN_AUTOMATION", "1", "TF_INPUT", "0", "CHECKPOINT_DISABLE", "1");

    private final Command program;
    private final Execution execution;
    private final Consumer<String> log;
    private final Step step;

    /**
     * Prepares a run.
     *
     * @param program executable, directory and environment; the arguments come with each command
     * @param log takes what Terraform says, in lines for people
     * @param step the one to retry when this fails
     */
    public Terraform(Command program, Execution execution, Consumer<String> log, Step step) {
        this.program = AUTOMATION.entrySet().stream()
                .reduce(program, (command, entry) -> command.with(entry.getKey(), entry.getValue()), (a, b) -> b);
        this.execution = execution;
        this.log = log;
        this.step = step;
    }

    /**
     * Runs a command and returns its answer.
     *
     * @throws StateLockedException when another run holds the state's lock
     */
    public <R> R run(TerraformCommand<R> command) {
        var conversation = new Conversation(log);
        var document = new StringBuilder();
        Consumer<OutputLine> reader =
                command instanceof TerraformCommand.Question<?> ? line -> keep(line, document) : conversation;
        try {
            execution.run(with(command), reader);
            return command.answer(document.toString());
        } catch (ExitException e) {
            throw new TerraformFailure(step).of(e, conversation.errors());
        } catch (StartException e) {
            throw Failures.of(
                    FailureType.TOOL_FAILED,
                    "Terraform could not be started (%s): install it on the worker's machine, then retry the step %s."
                            .formatted(e.getMessage(), step.title()),
                    null,
                    e);
        }
    }

    private Command with(TerraformCommand<?> command) {
        return new Command(
                program.executable(),
                command.arguments(),
                program.environment(),
                program.directory(),
                Set.copyOf(program.secrets()));
    }

    /** A document of one long line comes in parts, so that no line end may be put between them. */
    private static void keep(OutputLine line, StringBuilder document) {
        if (line.stream() == Stream.OUT) {
            document.append(line.text());
        }
    }
}
