package dev.slipway.plan.host.registration;

import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.plan.host.Host;
import dev.slipway.plan.resource.ResourceName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A host as people send it.
 *
 * @param address IPv4 address at which platform and other hosts reach it
 * @param port of its SSH server; 22 when absent
 * @param credential name of the credential to log in with
 * @param profile STANDARD when absent
 */
record NewHost(
        @ResourceName String name,
        @NotNull(message = "must be given") String address,

        @Nullable @Min(value = 1, message = "must be 1 to 65535") @Max(value = 65535, message = "must be 1 to 65535")
        Integer port,

        @NotNull(message = "must be given") String credential,
        @Nullable HostProfile profile) {
    private static final int SSH = 22;

    int portOrUsual() {
        return port == null ? SSH : port;
    }

    HostProfile profileOrUsual() {
        return profile == null ? HostProfile.STANDARD : profile;
    }

    /** Another address is another machine until proven otherwise, so its key is learned anew. */
    Host changed(Host present, UUID newCredentialId) {
        var sameMachine = present.address().equals(address) && present.port() == portOrUsual();
        return new Host(
                present.id(),
                name,
                address,
                portOrUsual(),
                newCredentialId,
                profileOrUsual(),
                present.clusterId(),
                present.clusterName(),
                sameMachine ? present.hostKey() : null,
                present.createdAt(),
                present.version());
    }

    Host toHost(UUID credentialId, Instant now) {
        return new Host(
                UUID.randomUUID(),
                name,
                address,
                portOrUsual(),
                credentialId,
                profileOrUsual(),
                null,
                null,
                null,
                now,
                null);
    }
}
