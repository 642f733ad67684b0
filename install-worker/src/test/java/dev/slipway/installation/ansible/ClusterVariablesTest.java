package dev.slipway.installation.ansible;

import static dev.slipway.installation.fixture.Installations.anInstallation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.installation.fixture.Installations;
import dev.slipway.installation.offline.PackageIndex;
import dev.slipway.installation.offline.PackageIndex.PackageFile;
import dev.slipway.installation.offline.PackageIndex.PackageImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClusterVariablesTest {
    private static final PackageIndex INDEX = new PackageIndex(
            "kubernetes-1.37.2",
            "1.37.2",
            "amd64",
            List.of(new PackageFile("files/kubernetes/kubeadm", "abc"), new PackageFile("recipe.yaml", "def")),
            List.of(new PackageImage("kube-apiserver", "v1.37.2", "sha256:1")));

    @Test
    void tellsAboutTheCluster() {
        JsonNode variables = read(ClusterVariables.json(anInstallation(), INDEX));

        assertThat(variables.path("slipway_cluster_id").asString()).isEqualTo(Installations.CLUSTER);
        assertThat(variables.path("slipway_cluster_name").asString()).isEqualTo("demo");
        assertThat(variables.path("slipway_kubernetes_version").asString()).isEqualTo("1.37.2");
        assertThat(variables.path("slipway_pod_network").asString()).isEqualTo("10.244.0.0/16");
        assertThat(variables.path("slipway_service_network").asString()).isEqualTo("10.96.0.0/16");
        assertThat(variables.path("slipway_node_mask").asInt()).isEqualTo(24);
        assertThat(variables.path("slipway_pods_per_node").asInt()).isEqualTo(110);
        assertThat(variables.path("slipway_flannel_backend").asString()).isEqualTo("vxlan");
        assertThat(variables.path("slipway_proxy_mode").asString()).isEqualTo("iptables");
        assertThat(variables.path("slipway_api_port").asInt()).isEqualTo(6443);
    }

    @Test
    void tellsWhereThePackageHasWhat() {
        JsonNode offline = read(ClusterVariables.json(anInstallation(), INDEX)).path("slipway_package");

        assertThat(offline.path("url").asString()).isEqualTo("http://172.30.0.10:8080");
        assertThat(offline.path("address").asString()).isEqualTo("172.30.0.10");
        assertThat(offline.path("files").path("kubernetes/kubeadm").path("url").asString())
                .isEqualTo("http://172.30.0.10:8080/files/kubernetes/kubeadm");
        assertThat(offline.path("files")
                        .path("kubernetes/kubeadm")
                        .path("sha256")
                        .asString())
                .isEqualTo("abc");
        assertThat(offline.path("files").propertyNames()).containsExactly("kubernetes/kubeadm");
        assertThat(offline.at("/images/kube-apiserver").asString())
                .isEqualTo("packages.slipway.dev/kube-apiserver:v1.37.2");
        assertThat(offline.at("/image_digests/kube-apiserver").asString()).isEqualTo("sha256:1");
    }

    @Test
    void needsNoPackageForAReset() {
        assertThat(read(ClusterVariables.json(anInstallation())).has("slipway_package"))
                .isFalse();
    }

    private static JsonNode read(String json) {
        return JsonMapper.builder().build().readTree(json);
    }
}
