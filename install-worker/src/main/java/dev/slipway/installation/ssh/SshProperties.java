package dev.slipway.installation.ssh;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the worker talks SSH.
 *
 * @param connectTimeout limit of one attempt to connect, and of the silence of a host that is being connected to
 * @param patience how long a host that does not answer yet is asked again: a machine just made may still be booting
 */
@ConfigurationProperties("slipway.ssh")
public record SshProperties(
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("30s") Duration patience) {}
