package dev.slipway.provisioning.terraform;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.provisioning.ProvisionedHost;
import dev.slipway.contracts.provisioning.ProvisionedHosts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The output that every provider has, as "terraform output -json" gives it. */
record OutputDocument(@Nullable Hosts hosts) {
    record Hosts(List<Host> value) {}

    record Host(String name, String role, String zone, String address) {
        ProvisionedHost provisioned() {
            return new ProvisionedHost(name, NodeRole.valueOf(role.toUpperCase(Locale.ROOT)), zone, address);
        }
    }

    static OutputDocument read(String json) {
        return Json.MAPPER.readValue(json, OutputDocument.class);
    }

    ProvisionedHosts provisioned() {
        return new ProvisionedHosts(
                hosts == null
                        ? List.of()
                        : hosts.value().stream().map(Host::provisioned).toList());
    }
}
