package dev.slipway.installation.kubernetes;

import static dev.slipway.installation.fixture.Installations.controlPlane;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.installation.NodeTarget;
import io.fabric8.kubernetes.client.Config;
import java.util.List;
import org.junit.jupiter.api.Test;

class KubeconfigTest {
    private static final NodeTarget FIRST = controlPlane("cp-1");
    private static final NodeTarget SECOND = controlPlane("cp-2");
    private static final String ADMIN_CONF = """
            apiVersion: v1
            kind: Config
            clusters:
            - cluster:
                certificate-authority-data: Q0E=
                server: https://127.0.0.1:8443
              name: demo
            contexts:
            - context: {cluster: demo, user: kubernetes-admin}
              name: kubernetes-admin@demo
            current-context: kubernetes-admin@demo
            users:
            - name: kubernetes-admin
              user: {client-certificate-data: Q0VSVA==, client-key-data: S0VZ}
            """;

    @Test
    void pointsToAnAddressThatIsReachableFromOutside() {
        Kubeconfig kubeconfig = Kubeconfig.of(ADMIN_CONF, List.of(FIRST), 6443);

        assertThat(kubeconfig.yaml())
                .contains("https://" + FIRST.address() + ":6443", "Q0E=", "S0VZ")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void pointsToEachControlPlaneNodeInAContextOfItsName() {
        Kubeconfig kubeconfig = Kubeconfig.of(ADMIN_CONF, List.of(FIRST, SECOND), 6443);

        assertThat(Config.fromKubeconfig(kubeconfig.yaml()).getMasterUrl()).contains(FIRST.address());
        Config other =
                Config.fromKubeconfig(kubeconfig.yaml().replaceAll("current-context: .*", "current-context: cp-2"));
        assertThat(other.getMasterUrl()).contains(SECOND.address());
        assertThat(other.getCaCertData()).isEqualTo("Q0E=");
        assertThat(other.getClientKeyData()).isEqualTo("S0VZ");
    }

    @Test
    void showsNothingOfItself() {
        assertThat(Kubeconfig.of(ADMIN_CONF, List.of(FIRST), 6443)).hasToString("Kubeconfig[***]");
    }
}
