package dev.slipway.plan.host.registration;

import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.plan.host.Host;
import dev.slipway.plan.resource.ResourceName;
import io.swagger.v3.oas.annotations.media.Schema;
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
@Schema(example = NewHost.EXAMPLE)
record NewHost(
        @ResourceName String name,

        @Schema(description = "IPv4 address at which platform and other hosts reach it")
        @NotNull(message = "must be given")
        String address,

        @Schema(description = "of its SSH server", defaultValue = "" + NewHost.SSH)
        @Nullable
        @Min(value = 1, message = "must be 1 to 65535")
        @Max(value = 65535, message = "must be 1 to 65535")
        Integer port,

        @Schema(description = "name of the credential to log in with") @NotNull(message = "must be given")
        String credential,

        @Schema(defaultValue = "STANDARD") @Nullable HostProfile profile) {
    static final String EXAMPLE = """
            {"name": "host-1", "address": "192.168.10.21", "port": 22, "credential": "rack-a", "profile": "STANDARD"}
            """;

    static final int SSH = 22;

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
