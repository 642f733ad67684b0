package dev.slipway.cli;

import dev.slipway.cli.command.Confirmation;
import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.docker.Removal;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.platform.InstanceLock;
import dev.slipway.cli.platform.Platform;
import dev.slipway.cli.progress.Progress;
import dev.slipway.cli.purge.Purge;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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
            description = "Remove the hosts that clusters were given, the package container, the network, all data.")
    private boolean purge;

    @Option(names = "--cache", description = "With --purge: remove what was built and fetched, too.")
    private boolean cache;

    @Option(
            names = "--without-docker",
            description = "With --purge: leave containers, networks, volumes and images of the clusters behind.")
    private boolean withoutDocker;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    DownCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Home home = surroundings.instance().home();
        InstanceLock.hold(home, "down", surroundings::tell, this::down);
        return 0;
    }

    private void down() {
        if (purge) {
            purge(Purge.of(surroundings, !withoutDocker));
        } else {
            stop(surroundings.progress(1), Platform::stop);
        }
    }

    private void purge(Purge everything) {
        everything.consequences().forEach(line -> surroundings.err().println(line));
        confirmation.ask(surroundings, "This removes what is named, and all data of this platform.", "yes");
        // A platform whose hosts cannot be removed goes on.
        everything.check();
        Progress progress = surroundings.progress(1 + Purge.STEPS);
        stop(progress, Platform::stopForGood);
        Removal removal = everything.all(cache, progress);
        removal.removed().forEach(what -> surroundings.output().line("removed " + what));
        everything.staying().forEach(surroundings.output()::line);
        if (!removal.left().isEmpty()) {
            throw new ProblemException(
                    "Not everything could be removed:\n" + String.join("\n", removal.left()),
                    "remove what uses it, then the rest by hand: docker volume rm, docker rmi, rm -r");
        }
    }

    private void stop(Progress progress, Consumer<Platform> stopping) {
        Platform platform = new Platform(surroundings.instance());
        progress.run("Stopping the platform", () -> stopping.accept(platform));
    }
}
