package dev.slipway.plan.offlinepackage.checking;

import dev.slipway.plan.ipv4.Subnet;
import dev.slipway.plan.offlinepackage.verification.PackageNetworks;
import dev.slipway.plan.offlinepackage.verification.PackageVerification;
import dev.slipway.plan.offlinepackage.verification.TrustedKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How offline packages are verified.
 *
 * @param trustedKeys folder with the public keys of those who may sign packages
 * @param probeInterval how often it is looked whether packages still answer
 * @param pickUpInterval how often it is looked for packages that wait to be verified
 * @param lease how long a verification counts as running after its last sign of life
 * @param patience how long to wait for a package's answer
 * @param networks in which packages may be although only this machine reaches them, in CIDR form
 */
@ConfigurationProperties("slipway.packages")
record PackagesProperties(
        Path trustedKeys,
        @DefaultValue("30s") Duration probeInterval,
        @DefaultValue("1s") Duration pickUpInterval,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("10s") Duration patience,
        @DefaultValue List<String> networks) {
    /** Copies the networks. */
    PackagesProperties {
        networks = List.copyOf(networks);
    }

    PackageNetworks packageNetworks() {
        return new PackageNetworks(networks.stream().map(Subnet::of).toList());
    }

    PackageVerification verification() {
        return new PackageVerification(new TrustedKeys(trustedKeys), packageNetworks(), patience);
    }
}
