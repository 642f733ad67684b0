package dev.slipway.cli;

import dev.slipway.cli.command.Confirmation;
import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.platform.InstanceLock;
import dev.slipway.cli.platform.Platform;
import dev.slipway.cli.platform.purge.Purge;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private Confirmation confirmation = new Confirmation();

    DownCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (purge) {
            confirmation.ask(surroundings, "This removes all clusters of this platform and all its data.", "yes");
        }
        Home home = surroundings.instance().home();
        try (InstanceLock lock = InstanceLock.of(home)) {
            Platform platform = new Platform(surroundings.instance());
            surroundings.progress(1).run("Stopping the platform", purge ? platform::stopForGood : platform::stop);
            if (purge) {
                new Purge(surroundings.instance()).all(cache).forEach(surroundings.output()::line);
            }
            lock.stillHeld();
        }
        return 0;
    }
}
