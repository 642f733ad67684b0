package dev.slipway.cli.demo;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.failure.ProblemException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubectlTest {
    private static final String PROGRAM = "#!/bin/sh\necho \"$@\"\n";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        server.start();
        server.stubFor(get("/files/kubernetes/kubectl").willReturn(ok(PROGRAM)));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void theProgramOfThePackageIsFetchedOnceAndRun() {
        index(Sha256.of(PROGRAM.getBytes(StandardCharsets.UTF_8)));
        Kubectl kubectl = Kubectl.of(server.baseUrl(), "1.37.2", folder);
        assertThat(kubectl.run(Path.of("/k.yaml"), "get", "nodes")).isEqualTo("--kubeconfig /k.yaml get nodes\n");
        assertThat(Kubectl.of("http://nowhere.invalid", "1.37.2", folder).program())
                .isEqualTo(kubectl.program());
    }

    @Test
    void aProgramThatIsNotWhatTheIndexSaysIsRefused() {
        index("00");
        assertThatThrownBy(() -> Kubectl.of(server.baseUrl(), "1.37.2", folder)).isInstanceOf(ProblemException.class);
        assertThat(folder.resolve("kubectl/1.37.2/kubectl")).doesNotExist();
    }

    @Test
    void aProgramThatTheIndexDoesNotNameIsRefused() {
        server.stubFor(get("/index.json").willReturn(okJson("{\"files\":[]}")));
        assertThatThrownBy(() -> Kubectl.of(server.baseUrl(), "1.37.2", folder))
                .hasMessage("kubectl of " + server.baseUrl() + " is not what the package's index says");
    }

    @Test
    void aPackageWithoutItIsAFailure() {
        index("00");
        server.stubFor(get("/files/kubernetes/kubectl").willReturn(notFound()));
        assertThatThrownBy(() -> Kubectl.of(server.baseUrl(), "1.37.2", folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("404");
    }

    private void index(String sha256) {
        server.stubFor(get("/index.json")
                .willReturn(okJson("{\"files\":[{\"path\":\"files/other\",\"sha256\":\"1\"},"
                        + "{\"path\":\"files/kubernetes/kubectl\",\"sha256\":\"" + sha256 + "\"}]}")));
    }
}
