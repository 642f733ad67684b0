package dev.slipway.plan.deployplan.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.provisioning.RegionKind;
import dev.slipway.plan.deployplan.DeployPlan;
import dev.slipway.plan.reference.DeletionGuard;
import dev.slipway.plan.region.ContainerHostSettings;
import dev.slipway.plan.region.Region;
import dev.slipway.plan.resource.InMemoryResources;
import dev.slipway.plan.validation.RequestRules;
import dev.slipway.plan.zone.Zone;
import dev.slipway.toolkit.web.ProblemAdvice;
import jakarta.validation.Validation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

class DeployPlanControllerTest {
    private static final Map<String, Object> SIZE = size(2, 1700);
    private static final Map<String, Object> SMALL = size(1, 700);
    private final InMemoryResources<Region> regions = new InMemoryResources<>("region");
    private final InMemoryResources<Zone> zones = new InMemoryResources<>("zone");
    private final InMemoryResources<DeployPlan> plans = new InMemoryResources<>("deploy plan");
    private final List<String> atWork = new ArrayList<>();
    private final WebTestClient client = WebTestClient.bindToController(new DeployPlanController(
                    plans,
                    new DeployPlanChanges(
                            plans,
                            new DeployPlanRules(
                                    new RequestRules(Validation.buildDefaultValidatorFactory()
                                            .getValidator()),
                                    regions,
                                    zones),
                            new HostsInTheMaking(plans, List.of(plan -> Flux.fromIterable(atWork))),
                            new DeletionGuard(List.of()),
                            Clock.systemUTC()),
                    new DeployPlanViews(regions, zones)))
            .controllerAdvice(new ProblemAdvice())
            .configureClient()
            .responseTimeout(Duration.ofMinutes(1))
            .build();

    @Test
    void keepsTheZonesInTheOrderTheyWereNamed() {
        inventory();

        post(plan(SIZE, "b", "a"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.zones")
                .isEqualTo(List.of("b", "a"));
        client.get()
                .uri("/api/v1/deploy-plans")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].region")
                .isEqualTo("here");
        assertThat(new PlansOfSite(plans)
                        .to(zones.named("a").block().id())
                        .collectList()
                        .block())
                .hasSize(1);
    }

    @Test
    void refusesAZoneOfAnotherRegion() {
        inventory();
        zone("far", UUID.randomUUID());

        post(plan(SIZE, "a", "far"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("zones[1]")
                .jsonPath("$.errors[0].message")
                .isEqualTo("zone far is not a part of region here; name zones of that region");
    }

    @Test
    void refusesSizesNoHostCanHave() {
        inventory();

        post(plan(Map.of("cpus", 0, "memoryMebibytes", 1, "diskGibibytes", 0), "a"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(6);
    }

    @Test
    void takesTheLeastThatANodeOfEachRoleNeeds() {
        inventory();

        post(plan(SIZE, SMALL, "a")).expectStatus().isCreated();
    }

    @Test
    void refusesLessThanANodeOfEachRoleNeeds() {
        inventory();

        tooSmall(post(plan(size(1, 1699), size(0, 699), "a")));
    }

    @Test
    void refusesToMakeNodesOfAPlanTooSmall() {
        inventory();
        post(plan(SIZE, "a"));

        tooSmall(change(plan(size(1, 1699), size(0, 699), "a")));
        assertThat(plans.named("small").block().controlPlaneSize().cpus()).isEqualTo(2);
    }

    @Test
    void tellsEverythingThatIsMissing() {
        post(Map.of())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(6);
        post(plan(SIZE))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(List.class, fields -> assertThat((List<?>) fields).hasToString("[zones, region]"));
    }

    @Test
    void changesAndRemovesAPlan() {
        inventory();
        post(plan(SIZE, "a"));
        var id = plans.named("small").block().id();

        change(plan(SIZE, "b"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.zones")
                .isEqualTo(List.of("b"));
        client.delete()
                .uri("/api/v1/deploy-plans/" + id)
                .exchange()
                .expectStatus()
                .isNoContent();

        client.get()
                .uri("/api/v1/deploy-plans/" + id)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:slipway:problem:not-found");
    }

    @Test
    void keepsWhatHostsAreMadeFromWhileTheyAreMade() {
        inventory();
        post(plan(SIZE, "a"));
        atWork.add("cluster demo");

        change(plan(size(2, 2000), SIZE, "b"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("zones", "controlPlaneSize"))
                .jsonPath("$.errors[0].message")
                .isEqualTo("cannot change while an operation works on cluster demo, made from this plan;"
                        + " wait until it has ended, or register another plan");
        change(plan(SIZE, "a")).expectStatus().isOk();
    }

    private WebTestClient.ResponseSpec change(Map<String, Object> body) {
        var id = plans.named("small").block().id();
        return client.put().uri("/api/v1/deploy-plans/" + id).bodyValue(body).exchange();
    }

    private void inventory() {
        var settings = new ContainerHostSettings("slipway", "172.30.0.0/16", "image");
        var region = new Region(UUID.randomUUID(), "here", RegionKind.CONTAINER_HOSTS, settings, Instant.EPOCH, null);
        regions.save(region).block();
        zone("a", region.id());
        zone("b", region.id());
    }

    private void zone(String name, UUID region) {
        zones.save(new Zone(UUID.randomUUID(), name, region, "172.30.1.1", "172.30.1.9", Instant.EPOCH, null))
                .block();
    }

    private WebTestClient.ResponseSpec post(Map<String, Object> body) {
        return client.post().uri("/api/v1/deploy-plans").bodyValue(body).exchange();
    }

    private static void tooSmall(WebTestClient.ResponseSpec answer) {
        answer.expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors")
                .isEqualTo(List.of(
                        error("controlPlaneSize.cpus", "must be at least 2 (CPUs) for a control plane node"),
                        error(
                                "controlPlaneSize.memoryMebibytes",
                                "must be at least 1700 (MiB) for a control plane node"),
                        error("workerSize.cpus", "must be at least 1 (CPUs) for a worker"),
                        error("workerSize.memoryMebibytes", "must be at least 700 (MiB) for a worker")));
    }

    private static Map<String, String> error(String field, String message) {
        return Map.of("field", field, "message", message);
    }

    private static Map<String, Object> size(int cpus, int memoryMebibytes) {
        return Map.of("cpus", cpus, "memoryMebibytes", memoryMebibytes, "diskGibibytes", 10);
    }

    private static Map<String, Object> plan(Map<String, Object> size, String... zones) {
        return plan(size, size, zones);
    }

    private static Map<String, Object> plan(Map<String, Object> large, Map<String, Object> small, String... zones) {
        return Map.of(
                "name",
                "small",
                "deployModel",
                "HIGHLY_AVAILABLE",
                "region",
                "here",
                "zones",
                List.of(zones),
                "controlPlaneSize",
                large,
                "workerSize",
                small);
    }
}
