package dev.slipway.plan.run;

import dev.slipway.contracts.wire.SlipwayDataConverter;
import io.temporal.common.converter.DataConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets Temporal's messages be read by older and newer services. */
@Configuration(proxyBeanMethods = false)
class MessageConfiguration {
    @Bean
    DataConverter dataConverter() {
        return SlipwayDataConverter.create();
    }
}
