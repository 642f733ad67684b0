package dev.slipway.cli.demo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.api.FakeApi;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoClusterTest {
    @TempDir
    private Path home;

    private FakeApi fake;

    @BeforeEach
    void start() {
        fake = new FakeApi(home);
        fake.server().stubFor(get("/api/v1/clusters/c1/kubeconfig").willReturn(ok("apiVersion: v1\n")));
        fake.server()
                .stubFor(post("/api/v1/clusters")
                        .willReturn(aResponse()
                                .withStatus(202)
                                .withBody("{\"cluster\":{\"id\":\"c1\"},\"operation\":{\"id\":\"o1\"}}")));
        operationEnds("SUCCEEDED");
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void theClusterIsMadeWithOneWorker() {
        present("");
        assertThat(kubeconfig()).isEqualTo("apiVersion: v1\n");
        fake.server()
                .verify(postRequestedFor(urlEqualTo("/api/v1/clusters"))
                        .withRequestBody(matchingJsonPath("$[?(@.workers == 1 && @.packageVersion == '1.37.2')]")));
    }

    @Test
    void aClusterThatIsReadyIsLeftAsItIs() {
        present("{\"id\":\"c1\",\"name\":\"demo\",\"phase\":\"READY\"}");
        assertThat(kubeconfig()).isEqualTo("apiVersion: v1\n");
        fake.server().verify(0, postRequestedFor(urlEqualTo("/api/v1/clusters")));
    }

    @Test
    void aClusterInTheMakingIsFollowed() {
        present("{\"id\":\"c1\",\"name\":\"demo\",\"phase\":\"CREATING\",\"currentOperation\":{\"id\":\"o1\"}}");
        kubeconfig();
        present("{\"id\":\"c1\",\"name\":\"demo\",\"phase\":\"CREATING\",\"currentOperation\":\"o1\"}");
        kubeconfig();
        assertThat(fake.told()).contains("CREATE of demo: SUCCEEDED");
    }

    @Test
    void aFailureTellsTheWayOut() {
        present("");
        operationEnds("FAILED");
        assertThatThrownBy(this::kubeconfig).hasMessage("The demo cluster was not made");
        present("{\"id\":\"c1\",\"name\":\"demo\",\"phase\":\"FAILED\"}");
        assertThatThrownBy(this::kubeconfig).hasMessage("The demo cluster is FAILED");
    }

    private String kubeconfig() {
        return new DemoCluster(fake.surroundings().api(), fake.surroundings().err()).kubeconfig("1.37.2");
    }

    private void present(String cluster) {
        fake.answers("/clusters?name=demo", "{\"items\":[" + cluster + "]}");
    }

    private void operationEnds(String state) {
        fake.answers(
                "/operations/o1",
                "{\"id\":\"o1\",\"clusterName\":\"demo\",\"kind\":\"CREATE\",\"state\":\"%s\",\"stepsDone\":1,\"stepsTotal\":1}"
                        .formatted(state));
    }
}
