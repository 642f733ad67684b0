package dev.slipway.e2e.simulation;

import dev.slipway.contracts.operation.Step;
import dev.slipway.e2e.platform.Platform;
import dev.slipway.e2e.platform.Victim;
import dev.slipway.toolkit.planservice.PlanServiceClient;
import dev.slipway.toolkit.token.TokenIssuer;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What simulated workers share: the world they change, the workflows of the workers' builds that run, and the way to
 * Temporal and plan-service.
 *
 * @param seed what chance there is comes from it
 * @param longestPart longest time of one of the parts of a step
 */
record Simulation(
        SimulatedWorld world,
        List<Class<?>> provisioning,
        List<Class<?>> installation,
        String temporal,
        PlanServiceClient planService,
        long seed,
        Duration longestPart)
        implements AutoCloseable {
    private static final Path KEY = Platform.HOME.resolve("data/slipway/keys/services/install-worker.jwk.json");

    /** Takes the place of the platform's workers that run. */
    static Simulation of(long seed, Duration longestPart) {
        var loader = new URLClassLoader(
                Stream.of(Victim.PROVISIONING_WORKER, Victim.INSTALL_WORKER)
                        .map(worker -> url(worker.build()))
                        .toArray(URL[]::new),
                Simulation.class.getClassLoader());
        return new Simulation(
                new SimulatedWorld(),
                classes(loader, "provisioning.TerraformProvisioning", "provisioning.TerraformDeprovisioning"),
                classes(loader, "installation.PhasedInstallation", "installation.HostReset"),
                "127.0.0.1:27033",
                new PlanServiceClient(URI.create("http://127.0.0.1:27081"), TokenIssuer.load(KEY, Clock.systemUTC())),
                seed,
                longestPart);
    }

    /** Returns the chance of one try of a step: the same in every run with the same seed. */
    RandomGenerator chance(String cluster, Step step, int attempt) {
        return new SplittableRandom(seed ^ ((long) (cluster + step).hashCode() << Integer.SIZE) ^ attempt);
    }

    @Override
    public void close() throws IOException {
        if (provisioning.getFirst().getClassLoader() instanceof URLClassLoader loader) {
            loader.close();
        }
    }

    private static List<Class<?>> classes(ClassLoader loader, String... names) {
        return Stream.of(names).<Class<?>>map(name -> load(loader, name)).toList();
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return loader.loadClass("dev.slipway." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The worker's build has no workflow " + name, e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(jar.toString(), e);
        }
    }
}
