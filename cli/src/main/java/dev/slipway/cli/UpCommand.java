package dev.slipway.cli;

import dev.slipway.cli.checks.MachineChecks;
import dev.slipway.cli.checks.MachineFacts;
import dev.slipway.cli.checks.NetworkChecks;
import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.demo.Access;
import dev.slipway.cli.demo.Demo;
import dev.slipway.cli.demo.PackageImages;
import dev.slipway.cli.docker.Docker;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.keys.Credentials;
import dev.slipway.cli.platform.InstanceLock;
import dev.slipway.cli.platform.Platform;
import dev.slipway.cli.progress.Progress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the platform, and makes the demo cluster. */
@Command(
        name = "up",
        description = "Start the platform and make the demo cluster; what is there already is left as it is.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway up --no-demo",
            "  SLIPWAY_PORT_BASE=8000 slipway up    use the ports from 8032 to 8083 from now on",
        })
final class UpCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final PackageImages packages;

    @Option(names = "--no-demo", description = "Start only the platform.")
    private boolean noDemo;

    UpCommand(Surroundings surroundings, PackageImages packages) {
        this.surroundings = surroundings;
        this.packages = packages;
    }

    @Override
    public Integer call() {
        Instance instance = surroundings.instance();
        // Until the demo cluster is made: what a purge would remove meanwhile is still being added.
        InstanceLock.hold(instance.home(), "up", surroundings::tell, () -> up(instance));
        return 0;
    }

    private void up(Instance instance) {
        Demo demo = new Demo(surroundings, packages);
        Progress progress = surroundings.progress(1 + Platform.STEPS + (noDemo ? 0 : Demo.STEPS));
        Platform platform = new Platform(instance);
        progress.run("Ports, disk, memory and hosts' network", () -> check(demo, platform));
        platform.start(progress, credentials(instance));
        if (noDemo) {
            tellAccess(progress);
        } else {
            demo.make(progress);
        }
    }

    private void check(Demo demo, Platform platform) {
        Instance instance = surroundings.instance();
        platform.endLeft();
        new MachineChecks(instance, MachineFacts.ofThisMachine()).run(platform.running(), !noDemo);
        Docker docker = new Docker();
        new NetworkChecks(instance, docker.networks(), docker::hostsOn).run(!noDemo);
        if (!noDemo) {
            demo.require();
        }
        // The hosts of before are back after a restart of the machine; what lets their packets pass is not.
        docker.restorePodTraffic(instance.network().name());
    }

    /** The person's token, kept with the address that the API has now. */
    private Credentials credentials(Instance instance) {
        Path file = instance.home().credentials();
        boolean known = Credentials.exist(file);
        Credentials credentials =
                known ? Credentials.read(file).at(instance.apiAddress()) : Credentials.make(instance.apiAddress());
        credentials.write(file);
        credentials.writeHeader(instance.home().authorization());
        if (!known) {
            surroundings
                    .err()
                    .println("The bearer token of the first administrator, shown this once: " + credentials.token());
            surroundings.err().println("It is kept in " + file);
        }
        return credentials;
    }

    private void tellAccess(Progress progress) {
        progress.line("The platform is up after " + progress.elapsed());
        Access.tell(surroundings);
    }
}
