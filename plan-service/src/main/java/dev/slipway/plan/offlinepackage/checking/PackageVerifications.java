package dev.slipway.plan.offlinepackage.checking;

import dev.slipway.plan.offlinepackage.verification.PackageNetworks;
import dev.slipway.plan.offlinepackage.verification.PackageVerification;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what verifies packages. */
@Configuration(proxyBeanMethods = false)
class PackageVerifications {
    @Bean
    PackageNetworks packageNetworks(PackagesProperties properties) {
        return properties.packageNetworks();
    }

    @Bean
    PackageVerification packageVerification(PackagesProperties properties) {
        return properties.verification();
    }
}
