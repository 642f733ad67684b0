package dev.slipway.provisioning;

import dev.slipway.contracts.wire.SlipwayDataConverter;
import dev.slipway.provisioning.terraform.TerraformProperties;
import dev.slipway.toolkit.planservice.PlanServiceClient;
import dev.slipway.toolkit.planservice.PlanServiceProperties;
import dev.slipway.toolkit.process.ProcessRunner;
import dev.slipway.toolkit.temporal.HeartbeatingRun;
import dev.slipway.toolkit.temporal.WorkerDrain;
import dev.slipway.toolkit.temporal.WorkflowThreads;
import dev.slipway.toolkit.token.TokenIssuer;
import dev.slipway.toolkit.token.TokenProperties;
import io.temporal.common.converter.DataConverter;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what the toolkit offers fit this worker. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PlanServiceProperties.class, TokenProperties.class})
class WorkerConfiguration {
    private static final Duration CANCEL_WITHIN = Duration.ofSeconds(2);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DataConverter dataConverter() {
        return SlipwayDataConverter.create();
    }

    /** A cancel comes back with a heartbeat, so heartbeats must not be held back for long. */
    @Bean
    TemporalOptionsCustomizer<WorkerOptions.Builder> promptCancel() {
        return options -> WorkflowThreads.patient(options)
                .setDefaultHeartbeatThrottleInterval(CANCEL_WITHIN)
                .setMaxHeartbeatThrottleInterval(CANCEL_WITHIN);
    }

    @Bean
    TokenIssuer tokenIssuer(TokenProperties properties, Clock clock) {
        return TokenIssuer.load(properties.key(), clock);
    }

    @Bean
    PlanServiceClient planServiceClient(PlanServiceProperties properties, TokenIssuer issuer) {
        return new PlanServiceClient(properties.url(), issuer);
    }

    @Bean
    HeartbeatingRun heartbeatingRun(TerraformProperties properties) {
        return new HeartbeatingRun(new ProcessRunner(properties.grace()));
    }

    @Bean
    WorkerDrain workerDrain(WorkerFactory workers) {
        return new WorkerDrain(workers);
    }
}
