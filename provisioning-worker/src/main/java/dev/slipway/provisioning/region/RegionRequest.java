package dev.slipway.provisioning.region;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.contracts.provisioning.HostRequest;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.contracts.provisioning.RegionKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A request in the words of infra/terraform: the variables of its roots. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegionRequest(
        Cluster cluster,
        List<Host> hosts,
        String sshPublicKey,
        @Nullable Object containerHosts) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    record Cluster(String id, String name) {}

    record Host(
            String name, String role, String zone, String address, int cpus, int memoryMebibytes, int diskGibibytes) {
        static Host of(HostRequest host) {
            return new Host(
                    host.name(),
                    host.role().name().toLowerCase(Locale.ROOT),
                    host.zone(),
                    host.address(),
                    host.cpus(),
                    host.memoryMebibytes(),
                    host.diskGibibytes());
        }
    }

    /** Translates a request. */
    public static RegionRequest of(ProvisioningRequest request) {
        var operation = request.operation();
        return new RegionRequest(
                new Cluster(operation.clusterId(), operation.clusterName()),
                request.hosts().stream().map(Host::of).toList(),
                request.sshPublicKey().strip(),
                request.region().containerHosts());
    }

    /** Returns the name of the Terraform root for a kind of region. */
    public static String root(RegionKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the variables as a terraform.tfvars.json. */
    public String json() {
        return JSON.writeValueAsString(this);
    }
}
