package dev.slipway.provisioning.region;

import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.operation.StillThere;
import dev.slipway.contracts.provisioning.HostRequest;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.stream.Stream;

/** Hosts that a person leaves behind: a region that answers tells which of them are still there. */
public final class RemainingHosts {
    private final ContainerEngine engine;

    /** Prepares the search among what belongs to a cluster. */
    public RemainingHosts(ContainerEngine engine) {
        this.engine = engine;
    }

    /** Finds them; of a region that does not answer all count as there. */
    public StillThere of(ProvisioningRequest request) {
        var hosts = request.hosts().stream().map(HostRequest::name).toList();
        try {
            return found(
                    hosts, requireNonNull(request.region().containerHosts()).network() + "-");
        } catch (ApplicationFailure unknown) {
            return new StillThere(hosts, List.of(), Failures.from(unknown).message());
        }
    }

    /** A host that was stopped may start again. */
    private StillThere found(List<String> hosts, String prefix) {
        var containers = engine.ofCluster("ps", "--all", "--format={{.Names}}");
        var volumes = engine.ofCluster("volume", "ls", "--quiet");
        return new StillThere(
                hosts.stream()
                        .filter(host -> containers.contains(prefix + host))
                        .toList(),
                Stream.concat(named("container", containers), named("volume", volumes))
                        .toList(),
                null);
    }

    private static Stream<String> named(String kind, List<String> names) {
        return names.stream().map(name -> kind + " " + name);
    }
}
