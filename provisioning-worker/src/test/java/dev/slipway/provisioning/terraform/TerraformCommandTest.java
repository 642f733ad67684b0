package dev.slipway.provisioning.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.operation.ResourceChange;
import dev.slipway.contracts.provisioning.ProvisionedHost;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerraformCommandTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void initLeavesNoRoomForAnotherBackend() {
        assertThat(new TerraformCommand.Init().arguments()).containsExactly("init", "-json", "-reconfigure");
    }

    @Test
    void applyTakesThePlansFileAndNothingElse() {
        assertThat(new TerraformCommand.Apply("op.plan", PATIENCE).arguments())
                .containsExactly("apply", "-json", "-lock-timeout=30s", "op.plan");
    }

    @Test
    void planKeepsItsResult() {
        assertThat(new TerraformCommand.Plan("op.plan", Duration.ZERO).arguments())
                .containsExactly("plan", "-json", "-out=op.plan", "-lock-timeout=0s");
    }

    @Test
    void destroyAsksNobody() {
        assertThat(new TerraformCommand.Destroy(PATIENCE).arguments()).contains("destroy", "-auto-approve");
    }

    @Test
    void showSummarizesARecordedPlan() {
        var plan = new TerraformCommand.Show("op.plan").answer(Recorded.text("show.json"));

        assertThat(plan.add()).isEqualTo(4);
        assertThat(plan.change()).isZero();
        assertThat(plan.destroy()).isZero();
        assertThat(plan.resources())
                .contains(new ResourceChange("module.hosts.docker_container.host[\"demo-worker-1\"]", "create"));
    }

    @ParameterizedTest
    @CsvSource({
        "'[\"delete\",\"create\"]', replace, 1, 0, 1",
        "'[\"create\",\"delete\"]', replace, 1, 0, 1",
        "'[\"update\"]', update, 0, 1, 0",
        "'[\"delete\"]', delete, 0, 0, 1"
    })
    void countsAsTerraformDoes(String actions, String action, int add, int change, int destroy) {
        var document = "{\"resource_changes\":[{\"address\":\"a\",\"change\":{\"actions\":" + actions + "}}]}";

        var plan = new TerraformCommand.Show("op.plan").answer(document);

        assertThat(plan.resources()).containsExactly(new ResourceChange("a", action));
        assertThat(plan.add()).isEqualTo(add);
        assertThat(plan.change()).isEqualTo(change);
        assertThat(plan.destroy()).isEqualTo(destroy);
    }

    @ParameterizedTest
    @CsvSource({"'[\"no-op\"]'", "'[\"read\"]'", "'[\"forget\"]'"})
    void leavesOutWhatStays(String actions) {
        var document = "{\"resource_changes\":[{\"address\":\"a\",\"change\":{\"actions\":" + actions + "}}]}";

        assertThat(new TerraformCommand.Show("op.plan").answer(document).resources())
                .isEmpty();
    }

    @Test
    void anEmptyPlanChangesNothing() {
        assertThat(new TerraformCommand.Show("op.plan")
                        .answer("{\"format_version\":\"1.2\"}")
                        .resources())
                .isEmpty();
    }

    @Test
    void outputGivesTheHosts() {
        var hosts = new TerraformCommand.Output().answer(Recorded.text("output.json"));

        assertThat(hosts.hosts())
                .containsExactly(
                        new ProvisionedHost("demo-control-plane-1", NodeRole.CONTROL_PLANE, "zone-a", "172.30.1.10"),
                        new ProvisionedHost("demo-worker-1", NodeRole.WORKER, "zone-b", "172.30.2.10"));
    }

    @Test
    void noOutputMeansNoHosts() {
        assertThat(new TerraformCommand.Output().answer("{}").hosts()).isEmpty();
    }

    @Test
    void inventoryFindsTheIdsInEveryModule() {
        var document = """
                {"values":{"root_module":{"resources":[{"values":{"id":"a"}}],"child_modules":[
                {"resources":[{"values":{"id":"b"}},{"values":{}}],
                "child_modules":[{"resources":[{"values":{"id":"c"}}]}]}]}}}
                """;

        assertThat(new TerraformCommand.Inventory().answer(document)).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void anEmptyStateHasNothing() {
        assertThat(new TerraformCommand.Inventory().answer("{\"format_version\":\"1.0\"}"))
                .isEmpty();
        assertThat(new TerraformCommand.Inventory().answer("{\"values\":{}}")).isEmpty();
        assertThat(new TerraformCommand.Inventory().answer("{\"values\":{\"root_module\":{}}}"))
                .isEmpty();
    }
}
