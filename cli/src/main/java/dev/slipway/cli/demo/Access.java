package dev.slipway.cli.demo;

import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.instance.Instance;

/** Says how the API is reached. */
public final class Access {
    private Access() {}

    /** Writes the address of the API and a call of it. */
    public static void tell(Surroundings surroundings) {
        Instance instance = surroundings.instance();
        surroundings.output().line("API:        " + instance.apiAddress() + "/api/v1");
        surroundings
                .output()
                .line("call it:    curl -H @%s %s/api/v1/clusters"
                        .formatted(instance.home().authorization(), instance.apiAddress()));
    }
}
