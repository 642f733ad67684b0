package dev.slipway.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.provisioning.ProvisionedHost;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TerraformProvisioningIT extends RealRegion {
    @Test
    void makesHostsThatAnswerAndRemovesThem() {
        try (var work = new Work(client, journal)) {
            var hosts = work.provisioning("create").provision(request);
            assertThat(hosts.hosts())
                    .extracting(ProvisionedHost::address)
                    .containsExactly("172.27.1.10", "172.27.2.10");
            assertThat(containers()).hasSize(2);

            work.provisioning("create-again").provision(request);
            assertThat(journal.story()).contains("plan of op-1: +4 ~0 -0", "plan of op-1: +0 ~0 -0");

            work.deprovisioning("remove").deprovision(request);
        }

        assertThat(containers()).isEmpty();
        assertThat(volumes()).isEmpty();
        assertThat(planService.lock()).isNull();
        assertThat(planService.log())
                .contains("Apply complete! Resources: 4 added, 0 changed, 0 destroyed.")
                .noneMatch(line -> line.contains("ssh-ed25519"));
    }

    @Test
    void goesOnWhereARunDied() throws IOException {
        var name = NETWORK + "-demo-worker-1";
        Docker.run("volume", "create", "--label=" + LABEL, name + "-var");
        Docker.run(
                "create",
                "--name=" + name,
                "--label=" + LABEL,
                request.region().containerHosts().image());
        claim();
        planService.lock("""
                {"ID":"9db590f1-b6fe-c5f2-2678-8804f089deba","Operation":"OperationTypeApply",
                "Info":"Create hosts, try 1, on 4711@lost","Who":"root@lost","Version":"1.11.4",
                "Created":"2026-01-01T00:00:05Z","Path":""}""");

        try (var work = new Work(client, journal)) {
            work.provisioning("resume").provision(request);
        }

        assertThat(containers()).hasSize(2);
        assertThat(planService.log())
                .contains(
                        "Removed 2 things that an earlier run had made and not recorded",
                        "The state is locked by another run (Create hosts, try 1, on 4711@lost, since 2026-01-01T00:00:05Z);"
                                + " a later try takes its place");
    }

    @Test
    void standsBackFromALaterTry() {
        planService.lockLater("""
                {"ID":"9db590f1-b6fe-c5f2-2678-8804f089deba","Operation":"OperationTypeApply","Info":"",
                "Who":"root@elsewhere","Version":"1.11.4","Created":"2026-01-01T00:00:05Z","Path":""}""");

        try (var work = new Work(client, journal)) {
            var workflow = work.provisioning("locked");
            WorkflowClient.start(workflow::provision, request);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> planService.log().stream()
                            .anyMatch(line -> line.startsWith("STATE_LOCKED: A later run works")));

            WorkflowStub.fromTyped(workflow).cancel();
            assertThat(catchThrowable(() -> WorkflowStub.fromTyped(workflow).getResult(Void.class)))
                    .isNotNull();
        }

        assertThat(planService.lock()).contains("root@elsewhere");
    }

    @Test
    void aCancelLeavesAStateThatDeleteCanGoOnFrom() {
        try (var work = new Work(client, journal)) {
            var workflow = work.provisioning("canceled");
            WorkflowClient.start(workflow::provision, request);
            await().atMost(Duration.ofMinutes(1)).until(() -> !volumes().isEmpty());

            WorkflowStub.fromTyped(workflow).cancel();
            assertThat(catchThrowable(() -> WorkflowStub.fromTyped(workflow).getResult(Void.class)))
                    .isNotNull();

            assertThat(planService.lock()).isNull();
            work.deprovisioning("after-cancel").deprovision(request);
        }

        assertThat(containers()).isEmpty();
        assertThat(volumes()).isEmpty();
    }

    @Test
    void aHostWithAFrozenProcessIsRemoved() {
        try (var work = new Work(client, journal)) {
            work.provisioning("frozen").provision(request);
            Docker.run("exec", containers().getFirst(), "sh", "-c", """
                    [ -d /sys/fs/cgroup/freezer ] || exit 0
                    mkdir /sys/fs/cgroup/freezer/pod && cd /sys/fs/cgroup/freezer/pod
                    sleep 600 > /dev/null 2>&1 &
                    echo $! > cgroup.procs && echo FROZEN > freezer.state""");

            work.deprovisioning("thawed").deprovision(request);
        }

        assertThat(containers()).isEmpty();
        if (Files.isDirectory(Path.of("/sys/fs/cgroup/freezer"))) {
            assertThat(planService.log())
                    .contains("Thawed 1 frozen processes, which kept their hosts from being stopped");
        }
    }

    private static void claim() throws IOException {
        var claims = Files.createDirectories(folder.resolve("kept/claims"));
        Files.writeString(claims.resolve(Samples.OPERATION.clusterId()), "");
    }
}
