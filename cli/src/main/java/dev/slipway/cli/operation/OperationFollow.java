package dev.slipway.cli.operation;

import dev.slipway.cli.command.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows an operation live. */
@Command(
        name = "follow",
        description = "Show the steps of an operation live until it ends; the exit code is 0 when it succeeded.")
final class OperationFollow implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "ID", description = "The operation.")
    private String id = "";

    @Option(names = "--log", description = "Show what the steps say, too.")
    private boolean log;

    OperationFollow(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return new Follower(surroundings.api(), surroundings.out())
                        .follow(id, log)
                        .succeeded()
                ? 0
                : 1;
    }
}
