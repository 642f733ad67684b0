package dev.slipway.plan;

import dev.slipway.toolkit.web.ProblemAdvice;
import dev.slipway.toolkit.web.ProblemErrors;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts plan-service. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
@OpenAPIDefinition(info = @Info(title = "Slipway plan-service", version = "v1"))
@Import({ProblemAdvice.class, ProblemErrors.class})
public class PlanApplication {
    /** Runs until the process is asked to stop. */
    public static void main(String[] arguments) {
        SpringApplication.run(PlanApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
