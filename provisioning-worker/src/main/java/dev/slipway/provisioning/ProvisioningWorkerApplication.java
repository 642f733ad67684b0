package dev.slipway.provisioning;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the worker; all its work comes through Temporal. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ProvisioningWorkerApplication {
    /** Starts the worker. */
    public static void main(String[] arguments) {
        SpringApplication.run(ProvisioningWorkerApplication.class, arguments);
    }
}
