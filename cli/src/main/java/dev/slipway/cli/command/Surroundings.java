package dev.slipway.cli.command;

import dev.slipway.cli.api.ApiClient;
import dev.slipway.cli.api.SlipwayApi;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.keys.Credentials;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.progress.Progress;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;

/**
 * What every command is given.
 *
 * @param instance the installation it works on
 * @param in where a person answers
 * @param out what the command answers
 * @param err what it tells on the way
 * @param clock the time
 */
public record Surroundings(Instance instance, InputStream in, PrintStream out, PrintStream err, Clock clock) {
    /** The answers of the command. */
    public Output output() {
        return new Output(out);
    }

    /** Tells a person something on the way. */
    public void tell(String text) {
        err.println("slipway: " + text);
    }

    /** Progress of a command with the given number of steps. */
    public Progress progress(int steps) {
        return new Progress(err, clock, steps);
    }

    /** The API, with the person's token. */
    public SlipwayApi api() {
        if (!Credentials.exist(instance.home().credentials())) {
            throw new ProblemException(
                    "There is no token in " + instance.home().credentials(),
                    "start the platform, which makes one: slipway up --no-demo");
        }
        Credentials credentials = Credentials.read(instance.home().credentials());
        return new SlipwayApi(new ApiClient(credentials.server(), credentials.token()));
    }
}
