package dev.slipway.provisioning.terraform;

import dev.slipway.toolkit.process.ProcessRunner;
import dev.slipway.toolkit.process.StopCheck;
import java.time.Duration;

/** Runs programs with nothing around them. */
public final class Direct {
    private Direct() {}

    /** Runs them to their end. */
    public static Execution execution() {
        return execution(StopCheck.NEVER);
    }

    /** Runs them until they are to stop. */
    static Execution execution(StopCheck stop) {
        var runner = new ProcessRunner(Duration.ofSeconds(2));
        return (command, lines) -> runner.run(command, lines, stop);
    }
}
