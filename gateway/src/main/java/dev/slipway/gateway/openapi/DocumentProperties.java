package dev.slipway.gateway.openapi;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which documents there are.
 *
 * @param documents names of the services that have one
 */
@ConfigurationProperties("slipway.gateway")
record DocumentProperties(@DefaultValue("gateway") List<String> documents) {
    DocumentProperties {
        documents = List.copyOf(documents);
    }
}
