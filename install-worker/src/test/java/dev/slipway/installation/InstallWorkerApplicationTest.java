package dev.slipway.installation;

import static dev.slipway.installation.fixture.Installations.anInstallation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.installation.InstallationWorkflow;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.installation.ansible.AnsibleProperties;
import dev.slipway.installation.fixture.FakePlanService;
import dev.slipway.installation.preflight.PreflightProperties;
import dev.slipway.installation.ssh.SshProperties;
import dev.slipway.toolkit.process.LeftByDeadWorker;
import dev.slipway.toolkit.token.TestKeys;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.function.client.WebClient;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.temporal.test-server.enabled=true",
            "slipway.ansible.project=/project",
            "slipway.ansible.python=/python"
        })
class InstallWorkerApplicationTest {
    private static final FakePlanService PLAN_SERVICE = new FakePlanService();

    @TempDir
    private static Path runs;

    private static Process left;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void locations(DynamicPropertyRegistry registry) throws IOException {
        left = LeftByDeadWorker.start(runs);
        registry.add("slipway.ansible.runs", () -> runs.toString());
        registry.add("slipway.plan-service.url", () -> PLAN_SERVICE.url().toString());
        registry.add(
                "slipway.token.key",
                () -> TestKeys.create("install-worker")
                        .privateKey("install-worker")
                        .toString());
    }

    @AfterAll
    static void stop() {
        left.destroyForcibly();
        PLAN_SERVICE.close();
    }

    @Test
    void runsInstallations(@Autowired WorkflowClient client) {
        var journal = new RecordedWork();
        WorkerFactory journals = WorkerFactory.newInstance(client);
        journals.newWorker(TaskQueues.LIFECYCLE).registerActivitiesImplementations(journal);
        journals.start();
        var workflow = client.newWorkflowStub(
                InstallationWorkflow.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(TaskQueues.INSTALLATION)
                        .setWorkflowId("application")
                        .setWorkflowExecutionTimeout(Duration.ofMinutes(2))
                        .build());

        WorkflowClient.start(workflow::install, anInstallation());
        await().atMost(Duration.ofSeconds(60)).until(() -> journal.journal.contains("PREFLIGHT RUNNING"));

        WorkflowStub.fromTyped(workflow).terminate("seen enough");
        journals.shutdownNow();
    }

    @Test
    void endsWhatTheWorkerBeforeItLeftBeforeItTakesWork() throws InterruptedException {
        assertThat(left.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void showsItsHealthAndNothingElse() {
        assertThat(status("/actuator/health/readiness")).isEqualTo(HttpStatus.OK);
        assertThat(status("/actuator/prometheus")).isEqualTo(HttpStatus.OK);
        assertThat(status("/actuator/env")).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(status("/")).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void givesUpOneHostBeforeItGivesUpAll(@Autowired PreflightProperties preflight, @Autowired SshProperties ssh) {
        assertThat(ssh.patience().plus(ssh.connectTimeout()).plus(preflight.hostPatience()))
                .isLessThan(preflight.patience());
    }

    @Test
    void hasTheDefaultsOfItsConfiguration(
            @Autowired PreflightProperties preflight, @Autowired AnsibleProperties ansible) {
        assertThat(preflight.systems()).isEqualTo(Map.of("debian", List.of("12")));
        assertThat(preflight.controlPlaneCpus()).isEqualTo(2);
        assertThat(preflight.maximumSkew()).isEqualTo(Duration.ofSeconds(30));
        assertThat(ansible.keepFailed()).isEqualTo(Duration.ofDays(7));
        assertThat(ansible.executable()).hasToString("/python/bin/ansible-playbook");
    }

    private HttpStatus status(String path) {
        return (HttpStatus) WebClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .exchangeToMono(response -> response.toBodilessEntity().thenReturn(response.statusCode()))
                .block(Duration.ofSeconds(20));
    }
}
