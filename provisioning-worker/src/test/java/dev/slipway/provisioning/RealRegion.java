package dev.slipway.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.provisioning.ContainerHosts;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.provisioning.mirror.FakePackage;
import dev.slipway.provisioning.state.FakePlanService;
import dev.slipway.toolkit.token.TestKeys;
import io.temporal.client.WorkflowClient;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.testing.TestEnvironmentOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Real Terraform, real provider, real hosts: a worker of its own, and a region, for each class of tests. */
@Timeout(300)
@SpringBootTest(
        classes = {ProvisioningWorkerApplication.class, RealRegion.RealTime.class},
        webEnvironment = WebEnvironment.NONE,
        properties = {"spring.temporal.test-server.enabled=true", "slipway.terraform.lock-timeout=1s"})
@DirtiesContext(classMode = ClassMode.AFTER_CLASS)
abstract class RealRegion {
    static final String NETWORK = "slipway-provisioning-test";

    private static final String GATEWAY = "172.27.0.1";
    static final String LABEL = "dev.slipway.cluster=" + Samples.OPERATION.clusterId();

    @TempDir
    static Path folder;

    static FakePlanService planService;
    static DockerGate gate;
    static ProvisioningRequest request;

    private static FakePackage offline;

    @Autowired
    WorkflowClient client;

    final FakeJournal journal = new FakeJournal() {
        @Override
        public ProvisioningRequest provisioning(OperationReference operation) {
            return request;
        }
    };

    /** Hosts need real seconds until they answer: patience must not be skipped. */
    @TestConfiguration(proxyBeanMethods = false)
    static class RealTime {
        @Bean
        TemporalOptionsCustomizer<TestEnvironmentOptions.Builder> realTime() {
            return options -> options.setUseTimeskipping(false);
        }
    }

    @DynamicPropertySource
    static void locations(DynamicPropertyRegistry registry) {
        gate = DockerGate.at(folder.resolve("docker.sock"));
        planService = new FakePlanService();
        registry.add("slipway.terraform.docker-host", gate::host);
        registry.add("slipway.plan-service.url", () -> planService.url().toString());
        registry.add(
                "slipway.provisioning.directory", () -> folder.resolve("kept").toString());
        registry.add(
                "slipway.token.key",
                () -> TestKeys.create("provisioning-worker")
                        .privateKey("provisioning-worker")
                        .toString());
    }

    @BeforeAll
    static void prepare() throws IOException {
        Docker.removeNetworks(NETWORK);
        offline = FakePackage.start(Docker.provider());
        makeNetwork();
        request = request(Docker.containerHostImage());
    }

    @AfterEach
    void deprovision() {
        planService.lock(null);
        try (var work = new Work(client, journal)) {
            work.deprovisioning("clean-" + System.nanoTime()).deprovision(request);
        }
    }

    @AfterAll
    static void tidyUp() {
        planService.close();
        gate.close();
        if (offline != null) {
            offline.close();
            Docker.run("network", "rm", NETWORK);
        }
    }

    static void makeNetwork() {
        Docker.run("network", "create", "--internal", "--subnet=172.27.0.0/16", "--label=dev.slipway=true", NETWORK);
    }

    static ProvisioningRequest request(String image) {
        return Samples.request(new ContainerHosts(NETWORK, GATEWAY, image), offline.url(), offline.indexSha256());
    }

    static List<String> containers() {
        return Docker.run("ps", "--all", "--quiet", "--filter=label=" + LABEL);
    }

    static List<String> volumes() {
        return Docker.run("volume", "ls", "--quiet", "--filter=label=" + LABEL);
    }

    void awaitStory(String fact) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(journal.story()).anyMatch(line -> line.matches(fact)));
    }
}
