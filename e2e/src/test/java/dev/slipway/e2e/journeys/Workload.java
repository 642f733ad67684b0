package dev.slipway.e2e.journeys;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** What a project team does with its cluster: runs a web server and calls it through a Service. */
final class Workload implements AutoCloseable {
    private static final Map<String, String> LABELS = Map.of("app", "web");

    private final KubernetesClient client;

    Workload(String kubeconfig) {
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig))
                .build();
    }

    List<String> readyNodes() {
        return client.nodes().list().getItems().stream()
                .filter(node -> node.getStatus().getConditions().stream()
                        .anyMatch(c ->
                                c.getType().equals("Ready") && c.getStatus().equals("True")))
                .map(node -> node.getMetadata().getName())
                .toList();
    }

    List<String> namespaces() {
        return client.namespaces().list().getItems().stream()
                .map(namespace -> namespace.getMetadata().getName())
                .toList();
    }

    /** The addresses of the pods that are deployed. */
    List<String> podAddresses() {
        return client.pods().inNamespace("default").withLabels(LABELS).list().getItems().stream()
                .map(pod -> pod.getStatus().getPodIP())
                .toList();
    }

    /** The address of the Service inside the cluster. */
    String serviceAddress() {
        return client.services()
                .inNamespace("default")
                .withName("web")
                .get()
                .getSpec()
                .getClusterIP();
    }

    /** Writes something, which needs a majority of the control plane. */
    void remember(String name) {
        client.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace("default")
                        .endMetadata()
                        .build())
                .create();
    }

    String kubernetesVersion() {
        return client.getKubernetesVersion().getGitVersion();
    }

    /** Deploys two replicas and returns the port on which every node answers for them. */
    int deploy(String image) {
        client.resource(deployment(image)).inNamespace("default").create();
        var service = client.resource(new ServiceBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .endMetadata()
                        .withNewSpec()
                        .withType("NodePort")
                        .withSelector(LABELS)
                        .addNewPort()
                        .withPort(80)
                        .withTargetPort(new IntOrString(8080))
                        .endPort()
                        .endSpec()
                        .build())
                .inNamespace("default")
                .create();
        client.apps().deployments().inNamespace("default").withName("web").waitUntilReady(2, TimeUnit.MINUTES);
        return service.getSpec().getPorts().getFirst().getNodePort();
    }

    /** Asks the Service on a node until it answers: a pod counts as ready a moment before its server listens. */
    static int statusOf(String address, int port) {
        var request = HttpRequest.newBuilder(URI.create("http://" + address + ":" + port + "/"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(250))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> http.send(request, BodyHandlers.ofString()).statusCode(), status -> status == 200);
        }
    }

    private static Deployment deployment(String image) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .withReplicas(2)
                .withNewSelector()
                .withMatchLabels(LABELS)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(LABELS)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage(image)
                .withCommand(
                        "sh",
                        "-c",
                        "mkdir -p /tmp/www && echo hello > /tmp/www/index.html && exec httpd -f -p 8080 -h /tmp/www")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    @Override
    public void close() {
        client.close();
    }
}
