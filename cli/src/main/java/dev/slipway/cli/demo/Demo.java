package dev.slipway.cli.demo;

import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.docker.Docker;
import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.progress.Progress;
import java.nio.file.Path;

/** Everything from an empty platform to a cluster that can be used. */
public final class Demo {
    /** How many steps it has. */
    public static final int STEPS = 5;

    private static final String VERSION = "1.37.2";

    private final Surroundings surroundings;
    private final Instance instance;
    private final PackageImages packages;

    /** A demo whose package comes from the given source. */
    public Demo(Surroundings surroundings, PackageImages packages) {
        this.surroundings = surroundings;
        this.instance = surroundings.instance();
        this.packages = packages;
    }

    /** Refuses a machine that cannot build what it needs. */
    public void require() {
        packages.require(VERSION);
    }

    /** Makes what is not there yet, and says how it is used. */
    public void make(Progress progress) {
        PackageContainer container = new PackageContainer(instance.network(), new Docker());
        Registration registration = new Registration(surroundings.api(), instance.network());
        String hostImage = progress.step("Image of container hosts", () -> HostImage.build(instance.home()));
        String image = progress.step("Offline package " + VERSION, detail -> packages.image(VERSION, detail));
        String index = progress.step("Package on the hosts' network", () -> container.ensure(image));
        progress.step("Region, zone, deploy plan and package", detail -> {
            registration.places(hostImage);
            registration.offlinePackage(container.url(), index, detail);
            return true;
        });
        Path kubeconfig = progress.shown("Demo cluster", this::cluster);
        progress.line("Everything is ready after " + progress.elapsed());
        tell(container, kubeconfig);
    }

    private Path cluster() {
        String kubeconfig = new DemoCluster(surroundings.api(), surroundings.err()).kubeconfig(VERSION);
        return PrivateFiles.write(instance.home().kubeconfig(Home.DEMO), kubeconfig);
    }

    private void tell(PackageContainer container, Path kubeconfig) {
        Home home = instance.home();
        Kubectl kubectl = Kubectl.of(container.url(), VERSION, home.cache());
        Access.tell(surroundings);
        surroundings.output().line("kubeconfig: " + kubeconfig);
        surroundings.output().line("kubectl:    %s --kubeconfig %s get nodes".formatted(kubectl.program(), kubeconfig));
        surroundings.output().raw(kubectl.run(kubeconfig, "get", "nodes", "--output", "wide"));
    }
}
