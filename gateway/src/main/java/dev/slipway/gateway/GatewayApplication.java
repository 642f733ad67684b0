package dev.slipway.gateway;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The service that is the only door to Slipway. */
@SpringBootApplication
@OpenAPIDefinition(info = @Info(title = "Slipway gateway", version = "v1"))
@ConfigurationPropertiesScan
class GatewayApplication {
    /** Starts the service. */
    static void main(String[] arguments) {
        SpringApplication.run(GatewayApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
