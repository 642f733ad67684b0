package dev.slipway.plan;

import dev.slipway.plan.credential.Credential;
import dev.slipway.plan.deployplan.DeployPlan;
import dev.slipway.plan.host.Host;
import dev.slipway.plan.offlinepackage.OfflinePackage;
import dev.slipway.plan.region.Region;
import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.resource.StoredResources;
import dev.slipway.plan.zone.Zone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;

/** The tables of the inventory. */
@Configuration(proxyBeanMethods = false)
class InventoryTables {
    @Bean
    Resources<Credential> credentials(R2dbcEntityTemplate template) {
        return new StoredResources<>(template, Credential.class, "credential");
    }

    @Bean
    Resources<Host> hosts(R2dbcEntityTemplate template) {
        return new StoredResources<>(template, Host.class, "host");
    }

    @Bean
    Resources<Region> regions(R2dbcEntityTemplate template) {
        return new StoredResources<>(template, Region.class, "region");
    }

    @Bean
    Resources<Zone> zones(R2dbcEntityTemplate template) {
        return new StoredResources<>(template, Zone.class, "zone");
    }

    @Bean
    Resources<DeployPlan> deployPlans(R2dbcEntityTemplate template) {
        return new StoredResources<>(template, DeployPlan.class, "deploy plan");
    }

    @Bean
    Resources<OfflinePackage> offlinePackages(R2dbcEntityTemplate template) {
        return new StoredResources<>(template, OfflinePackage.class, "offline package");
    }
}
