package dev.slipway.cli.operation;

import dev.slipway.cli.command.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks an operation to stop. */
@Command(name = "cancel", description = "Ask an operation to stop at a safe point.")
final class OperationCancel implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "ID", description = "The operation.")
    private String id = "";

    OperationCancel(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        surroundings.api().client().act("/operations/" + id + "/cancel");
        surroundings.output().line("asked to stop; see how it ends: slipway operation follow " + id);
        return 0;
    }
}
