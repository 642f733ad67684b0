package dev.slipway.installation;

import dev.slipway.contracts.wire.SlipwayDataConverter;
import dev.slipway.installation.ansible.AnsibleProperties;
import dev.slipway.toolkit.log.LoggedStep;
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
    private static final Duration BEAT = Duration.ofSeconds(1);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DataConverter dataConverter() {
        return SlipwayDataConverter.create();
    }

    /** A running activity learns of a cancel when its heartbeat is sent: often enough that nobody waits for it. */
    @Bean
    TemporalOptionsCustomizer<WorkerOptions.Builder> promptCancel() {
        return options -> WorkflowThreads.patient(options)
                .setDefaultHeartbeatThrottleInterval(BEAT)
                .setMaxHeartbeatThrottleInterval(BEAT);
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
    LoggedStep loggedStep(PlanServiceClient planService, Clock clock) {
        return new LoggedStep(planService::appendLog, clock);
    }

    @Bean
    ProcessRunner processRunner(AnsibleProperties properties) {
        return new ProcessRunner(properties.grace());
    }

    @Bean
    HeartbeatingRun heartbeatingRun(ProcessRunner runner) {
        return new HeartbeatingRun(runner);
    }

    @Bean
    WorkerDrain workerDrain(WorkerFactory workers) {
        return new WorkerDrain(workers);
    }
}
