package dev.slipway.provisioning.terraform;

import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.OutputLine;
import dev.slipway.toolkit.process.ProcessResult;
import java.util.function.Consumer;

/** Runs a program to its end, on behalf of whoever asked for it. */
@FunctionalInterface
public interface Execution {
    /** Runs the command and hands each line on. */
    ProcessResult run(Command command, Consumer<OutputLine> lines);
}
