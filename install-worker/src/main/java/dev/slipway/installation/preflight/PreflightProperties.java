package dev.slipway.installation.preflight;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a host must have.
 *
 * @param systems supported versions by the operating system's id; the Red Hat family joins when its playbooks do
 * @param maximumSkew how far a host's clock may be from the worker's and from every other host's
 * @param hostPatience how long one host may take to tell its facts, once the worker is logged in
 * @param patience how long all hosts together may take, logging in included: a host that is silent by then is given up
 */
@Validated
@ConfigurationProperties("slipway.preflight")
public record PreflightProperties(
        Map<String, List<String>> systems,
        @Positive @DefaultValue("2") int controlPlaneCpus,
        @Positive @DefaultValue("1") int workerCpus,
        @Positive @DefaultValue("1700") long controlPlaneMemoryMebibytes,
        @Positive @DefaultValue("700") long workerMemoryMebibytes,
        @Positive @DefaultValue("4096") long diskMebibytes,
        @DefaultValue("30s") Duration maximumSkew,
        @DefaultValue("40s") Duration hostPatience,
        @DefaultValue("90s") Duration patience) {
    private static final Map<String, List<String>> SYSTEMS = Map.of("debian", List.of("12"));

    /** Fills in the systems the playbooks are made for. */
    public PreflightProperties {
        systems = systems == null || systems.isEmpty() ? SYSTEMS : Map.copyOf(systems);
    }
}
