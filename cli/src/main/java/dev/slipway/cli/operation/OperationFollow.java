package dev.slipway.cli.operation;

import dev.slipway.cli.api.Operation;
import dev.slipway.cli.command.OutputOption;
import dev.slipway.cli.command.Surroundings;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows an operation live. */
@Command(
        name = "follow",
        description = {
            "Show the steps of an operation live until it ends; the exit code is 0 when it succeeded.",
            "As JSON every event is one object on a line of its own, with its kind as \"event\" and what it says as \"data\"."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway operation follow 3f6c... --log",
            "  slipway operation follow 3f6c... --output json | jq -r 'select(.event == \"step\").data.title'"
        })
final class OperationFollow implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(paramLabel = "ID", description = "The operation.")
    private String id = "";

    @Option(names = "--log", description = "Show what the steps say, too.")
    private boolean log;

    OperationFollow(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PrintStream out = surroundings.out();
        try (EventPrinter printer = output.json() ? new JsonLines(out, log) : new StepPrinter(out, log)) {
            Operation last = new Follower(surroundings.api(), out).follow(id, printer);
            return last.succeeded() ? 0 : 1;
        }
    }
}
