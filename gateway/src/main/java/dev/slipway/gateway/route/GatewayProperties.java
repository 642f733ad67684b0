package dev.slipway.gateway.route;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What every request has to keep to.
 *
 * @param requestLimit largest body of a request
 */
@ConfigurationProperties("slipway.gateway")
record GatewayProperties(@DefaultValue("1MB") DataSize requestLimit) {}
