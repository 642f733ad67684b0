package dev.slipway.provisioning.terraform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Terraform is run.
 *
 * @param executable the program, by path or by name
 * @param docker Docker's command line, with which things nobody recorded are found
 * @param grace time between SIGTERM and the kill of its processes; shorter than a worker may be silent
 * @param lockTimeout how long it waits for the lock of a state
 * @param silence how long it may get nowhere until it is stopped; that it is still at the same thing is no news
 * @param dockerHost address of the Docker engine that container hosts run on; Docker's own default when absent
 */
@ConfigurationProperties("slipway.terraform")
public record TerraformProperties(
        @DefaultValue("terraform") String executable,
        @DefaultValue("docker") String docker,
        @DefaultValue("20s") Duration grace,
        @DefaultValue("30s") Duration lockTimeout,
        @DefaultValue("20m") Duration silence,
        @Nullable String dockerHost) {}
