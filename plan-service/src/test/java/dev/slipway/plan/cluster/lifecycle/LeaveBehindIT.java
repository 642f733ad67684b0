package dev.slipway.plan.cluster.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StillThere;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What becomes of hosts that a person leaves behind, and of their addresses. */
class LeaveBehindIT extends RunningLifecycle {
    @Test
    void keepsTheAddressesOfHostsThatMayStillBeThereLockedUntilAPersonReleasesThem() {
        var creation = create(automatic(failingIn(Step.DESTROY_HOSTS)));
        await(creation, "SUCCEEDED");
        var left = addresses(get("/api/v1/clusters/" + id(creation, "cluster")).get("nodes"));
        var deletion = leftBehind(creation);

        var locked = locked();
        assertThat(addresses(locked)).containsExactlyInAnyOrderElementsOf(left).hasSize(3);
        assertThat(locked).allSatisfy(address -> {
            assertThat(address.get("cluster").asText()).isEqualTo(failingIn(Step.DESTROY_HOSTS));
            assertThat(address.get("reason").asText()).isEqualTo("Destroy hosts ended with TOOL_FAILED: broken");
        });
        assertZonesCountLocked(3);
        assertRecordTells(deletion, left);

        var other = create(automatic("other"));
        await(other, "SUCCEEDED");

        assertThat(addresses(get("/api/v1/clusters/" + id(other, "cluster")).get("nodes")))
                .doesNotContainAnyElementsOf(left);
        await(delete(id(other, "cluster")), "SUCCEEDED");
        locked.forEach(this::release);
        assertThat(locked()).isEmpty();
        user().delete().uri(path(locked.getFirst())).exchange().expectStatus().isNotFound();
    }

    private void assertZonesCountLocked(int locked) {
        assertThat(zones().mapToLong(zone -> zone.at("/addresses/locked").asLong())
                        .sum())
                .isEqualTo(locked);
        assertThat(zones())
                .allSatisfy(zone -> assertThat(zone.at("/addresses/free").asLong()
                                + zone.at("/addresses/used").asLong()
                                + zone.at("/addresses/locked").asLong())
                        .isEqualTo(50));
    }

    private void assertRecordTells(JsonNode deletion, List<String> left) {
        var release = get("/api/v1/operations/" + id(deletion, "operation") + "/record")
                .at("/steps/1/output");
        assertThat(release.has("nodes")).isFalse();
        assertThat(addresses(release.get("leftBehind"))).containsExactlyInAnyOrderElementsOf(left);
        assertThat(texts(deletion))
                .noneMatch(text -> text.contains("gave back"))
                .filteredOn(text -> text.contains("locked"))
                .hasSize(left.size());
    }

    @Test
    void locksOnlyTheAddressesOfHostsThatTheRegionStillHas() {
        var creation = create(automatic(failingIn(Step.DESTROY_HOSTS)));
        await(creation, "SUCCEEDED");
        var nodes = get("/api/v1/clusters/" + id(creation, "cluster")).get("nodes");
        var last = nodes.get(2).get("name").asText();
        FakeWorkers.STILL_THERE.put(
                failingIn(Step.DESTROY_HOSTS),
                new StillThere(List.of(last), List.of("container slipway-" + last, "volume other"), null));

        var deletion = leftBehind(creation);

        var gone = addresses(nodes).subList(0, 2);
        var left = addresses(nodes).subList(2, 3);
        assertThat(addresses(locked())).isEqualTo(left);
        assertZonesCountLocked(1);
        var steps = get("/api/v1/operations/" + id(deletion, "operation") + "/record")
                .get("steps");
        assertThat(steps.at("/0/output/stillThere/hosts/0").asText()).isEqualTo(last);
        assertThat(addresses(steps.at("/1/output/leftBehind"))).isEqualTo(left);
        assertThat(addresses(steps.at("/1/output/nodes"))).isEqualTo(gone);
        assertThat(texts(deletion))
                .contains(
                        "left in the region, to be removed there: container slipway-" + last,
                        "left in the region, to be removed there: volume other")
                .filteredOn(text -> text.startsWith("gave back"))
                .hasSize(2);
        locked().forEach(this::release);
    }

    @Test
    void saysWhyItIsNotKnownWhichHostsAreStillThere() {
        var creation = create(automatic(failingIn(Step.DESTROY_HOSTS)));
        await(creation, "SUCCEEDED");
        var nodes = get("/api/v1/clusters/" + id(creation, "cluster")).get("nodes");
        var all = StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.get("name").asText())
                .toList();
        FakeWorkers.STILL_THERE.put(
                failingIn(Step.DESTROY_HOSTS), new StillThere(all, List.of(), "Docker could not be asked."));

        var deletion = leftBehind(creation);

        assertThat(locked()).hasSize(3);
        assertThat(texts(deletion))
                .contains("which hosts are still there could not be found out, so all count as left:"
                        + " Docker could not be asked.");
        locked().forEach(this::release);
    }

    @Test
    void aDeletionEndsAlsoWhenHostsAreGoneForGood() {
        var creation = create(automatic(FakeWorkers.name("fails", Step.DESTROY_HOSTS)));
        await(creation, "SUCCEEDED");

        var deletion = leftBehind(creation);

        var destroy = items(get("/api/v1/operations/" + id(deletion, "operation") + "/steps"))
                .filter(step -> step.get("step").asText().equals("DESTROY_HOSTS"))
                .findFirst()
                .orElseThrow();
        assertThat(destroy.get("state").asText()).isEqualTo("SKIPPED");
        assertThat(destroy.at("/failure/message").asText()).isEqualTo("broken");
        var preview = get("/api/v1/operations/" + id(deletion, "operation") + "/rollback");
        assertThat(preview.get("possible").asBoolean()).isFalse();
        locked().forEach(this::release);
    }

    @Test
    void saysOfEachRegisteredHostThatItWasNotReset() {
        var creation = create(manual(failingIn(Step.RESET_HOSTS)));
        await(creation, "SUCCEEDED");

        var deletion = leftBehind(creation);

        var release = get("/api/v1/operations/" + id(deletion, "operation") + "/record")
                .at("/steps/1/output");
        assertThat(addresses(release.get("leftBehind"))).containsExactly("198.51.100.1", "198.51.100.2");
        assertThat(texts(deletion))
                .noneMatch(text -> text.contains("gave back"))
                .filteredOn(text -> text.startsWith("left behind; what the installation put on"))
                .hasSize(2);
        assertThat(locked()).isEmpty();
    }

    private JsonNode leftBehind(JsonNode creation) {
        var deletion = delete(id(creation, "cluster"));
        assertThat(await(deletion, "STOPPED").get("choices").toString()).contains("LEAVE_BEHIND");
        user().post()
                .uri("/api/v1/operations/{id}/decisions", id(deletion, "operation"))
                .bodyValue(Map.of("decision", "LEAVE_BEHIND"))
                .exchange()
                .expectStatus()
                .isAccepted();
        await(deletion, "SUCCEEDED");
        return deletion;
    }

    private void release(JsonNode address) {
        user().delete().uri(path(address)).exchange().expectStatus().isNoContent();
    }

    private static String path(JsonNode address) {
        return "/api/v1/zones/%s/locked-addresses/%s"
                .formatted(address.get("zoneId").asText(), address.get("id").asText());
    }

    private List<JsonNode> locked() {
        return zones().flatMap(
                        zone -> items(get("/api/v1/zones/" + zone.get("id").asText() + "/locked-addresses")))
                .toList();
    }

    private Stream<JsonNode> zones() {
        return items(get("/api/v1/zones"))
                .filter(zone -> zone.get("region").asText().equals("local"));
    }

    private static Stream<JsonNode> items(JsonNode page) {
        var items = page.get("items");
        return IntStream.range(0, items.size()).mapToObj(items::get);
    }

    private static List<String> addresses(Iterable<JsonNode> nodes) {
        var found = Stream.<String>builder();
        nodes.forEach(node -> found.add(node.get("address").asText()));
        return found.build().toList();
    }

    private List<String> texts(JsonNode accepted) {
        return items(get("/api/v1/operations/" + id(accepted, "operation") + "/log"))
                .filter(line -> line.get("step").asText().equals("RELEASE"))
                .map(line -> line.get("text").asText())
                .toList();
    }
}
