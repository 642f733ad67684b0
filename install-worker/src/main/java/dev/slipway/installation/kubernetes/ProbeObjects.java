package dev.slipway.installation.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import java.util.Map;

/** Makes the objects of a verification; nothing is created here. */
final class ProbeObjects {
    static final int PORT = 8080;
    private static final String ACCOUNT = "verification";
    private static final String LABEL = "dev.slipway/server";
    private static final long NOBODY = 65534;
    private static final Toleration EVERYWHERE =
            new TolerationBuilder().withOperator("Exists").build();

    private final String namespace;
    private final String image;

    ProbeObjects(String namespace, String image) {
        this.namespace = namespace;
        this.image = image;
    }

    HasMetadata namespace() {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(namespace)
                .addToLabels("dev.slipway/verification", "true")
                .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                .endMetadata()
                .build();
    }

    /** An own account: the default one is made some time after the namespace, and pods are refused until then. */
    HasMetadata account() {
        return new ServiceAccountBuilder()
                .withNewMetadata()
                .withName(ACCOUNT)
                .withNamespace(namespace)
                .endMetadata()
                .build();
    }

    Pod server(String node) {
        return pod(serverName(node), node, container(ProbeScripts.server(serverName(node)), "server"), "Always");
    }

    Service service(String node) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(serverName(node))
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withSelector(Map.of(LABEL, serverName(node)))
                .addNewPort()
                .withPort(PORT)
                .endPort()
                .endSpec()
                .build();
    }

    Pod client(Probe probe, long limitSeconds) {
        String script = ProbeScripts.client(
                probe.targets().stream().map(ProbeObjects::serverName).toList(), limitSeconds);
        return pod("client-" + label(probe.node()), probe.node(), container(script, "client"), "Never");
    }

    private static String serverName(String node) {
        return "server-" + label(node);
    }

    /** Node names may have dots and 253 characters; names of Services may not. */
    private static String label(String node) {
        return node.length() <= 40 && !node.contains(".") ? node : Integer.toHexString(node.hashCode());
    }

    /** The node is set here, so the pod starts without waiting for the scheduler and on a tainted node too. */
    private Pod pod(String name, String node, Container container, String restart) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .addToLabels(LABEL, name)
                .endMetadata()
                .withNewSpec()
                .withNodeName(node)
                .withServiceAccountName(ACCOUNT)
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withRestartPolicy(restart)
                .withTerminationGracePeriodSeconds(0L)
                .withTolerations(EVERYWHERE)
                .withContainers(container)
                .addNewVolume()
                .withName("www")
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .endSpec()
                .build();
    }

    private Container container(String script, String name) {
        return new ContainerBuilder()
                .withName(name)
                .withImage(image)
                .withImagePullPolicy("IfNotPresent")
                .withCommand("/bin/busybox", "sh", "-c", script)
                .addNewVolumeMount()
                .withName("www")
                .withMountPath("/www")
                .endVolumeMount()
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withRunAsUser(NOBODY)
                .withAllowPrivilegeEscalation(false)
                .withReadOnlyRootFilesystem(true)
                .withNewCapabilities()
                .addToDrop("ALL")
                .endCapabilities()
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .build();
    }
}
