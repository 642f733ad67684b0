package dev.slipway.plan.run;

import dev.slipway.contracts.wire.SlipwayDataConverter;
import dev.slipway.toolkit.temporal.WorkflowThreads;
import io.temporal.common.converter.DataConverter;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.worker.WorkerOptions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How workflows run here: with messages that older and newer services can read, and patient with a busy machine. */
@Configuration(proxyBeanMethods = false)
class WorkflowConfiguration {
    @Bean
    DataConverter dataConverter() {
        return SlipwayDataConverter.create();
    }

    @Bean
    TemporalOptionsCustomizer<WorkerOptions.Builder> patientThreads() {
        return WorkflowThreads::patient;
    }
}
