package dev.slipway.installation.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KubeconfigTest {
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
        Kubeconfig kubeconfig = Kubeconfig.of(ADMIN_CONF, "172.30.1.10", 6443);

        assertThat(kubeconfig.yaml())
                .contains("https://172.30.1.10:6443", "Q0E=", "S0VZ")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void showsNothingOfItself() {
        assertThat(Kubeconfig.of(ADMIN_CONF, "172.30.1.10", 6443)).hasToString("Kubeconfig[***]");
    }
}
