package dev.slipway.installation.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Opens connections to clusters, with limits on how long they may keep the worker waiting. */
@Component
class Connections {
    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(10).toMillis();

    KubernetesClient open(Kubeconfig kubeconfig) {
        Config config = Config.fromKubeconfig(kubeconfig.yaml());
        config.setConnectionTimeout(TIMEOUT_MILLIS);
        config.setRequestTimeout(TIMEOUT_MILLIS);
        config.setRequestRetryBackoffLimit(0);
        config.setUserAgent("slipway-install-worker");
        return new KubernetesClientBuilder().withConfig(config).build();
    }
}
