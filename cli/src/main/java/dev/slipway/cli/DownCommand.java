package dev.slipway.cli;

import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.platform.InstanceLock;
import dev.slipway.cli.platform.Platform;
import dev.slipway.cli.platform.purge.Purge;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops the platform. */
@Command(
        name = "down",
        description = "Stop the platform. Clusters go on running and data is kept, unless --purge says otherwise.",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway down", "  slipway down --purge --yes --cache    leave nothing behind"})
final class DownCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--purge",
            description = "Remove all clusters' hosts, the package container, the network, all data.")
    private boolean purge;

    @Option(names = "--cache", description = "With --purge: remove what was built and fetched, too.")
    private boolean cache;

    @Option(
            names = {"-y", "--yes"},
            description = "With --purge: do not ask.")
    private boolean yes;

    DownCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (purge && !yes) {
            ask();
        }
        Home home = surroundings.instance().home();
        try (InstanceLock lock = InstanceLock.of(home)) {
            surroundings.progress(1).run("Stopping the platform", new Platform(surroundings.instance())::stop);
            if (purge) {
                new Purge(surroundings.instance()).all(cache).forEach(surroundings.output()::line);
            }
            lock.stillHeld();
        }
        return 0;
    }

    private void ask() {
        surroundings.err().print("This removes all clusters of this platform and all its data. Type yes to go on: ");
        surroundings.err().flush();
        try {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));
            if (!"yes".equals(reader.readLine())) {
                throw new ProblemException("Nothing was removed", "answer yes, or give --yes");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
