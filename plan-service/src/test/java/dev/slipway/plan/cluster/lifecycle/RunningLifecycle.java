package dev.slipway.plan.cluster.lifecycle;

import static dev.slipway.plan.InventorySamples.credential;
import static dev.slipway.plan.InventorySamples.host;
import static dev.slipway.plan.InventorySamples.plan;
import static dev.slipway.plan.InventorySamples.region;
import static dev.slipway.plan.InventorySamples.zone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.plan.RunningPlanService;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * The whole service with a Temporal test server and workers that only pretend, and an inventory to make clusters from.
 */
public abstract class RunningLifecycle extends RunningPlanService {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    protected DatabaseClient database;

    @Autowired
    protected WorkflowClient temporal;

    private WorkerFactory workers;
    private WorkerFactory installWorker;

    @BeforeEach
    void start() {
        FakeWorkers.MENDED.clear();
        FakeWorkers.STILL_THERE.clear();
        workers = WorkerFactory.newInstance(temporal);
        workers.newWorker(TaskQueues.PROVISIONING)
                .registerWorkflowImplementationTypes(
                        FakeWorkers.FakeProvisioning.class, FakeWorkers.FakeDeprovisioning.class);
        installWorker = WorkerFactory.newInstance(temporal);
        installWorker
                .newWorker(TaskQueues.INSTALLATION)
                .registerWorkflowImplementationTypes(
                        FakeWorkers.FakeInstallation.class, FakeWorkers.FakeUninstallation.class);
        workers.start();
        installWorker.start();
        if (rows("select id from plan.offline_package") == 0) {
            stock();
        }
    }

    @AfterEach
    void stop() {
        workers.shutdownNow();
        installWorker.shutdownNow();
    }

    /** Takes the install worker away; nothing it is asked for is answered any more. */
    protected void loseInstallWorker() {
        installWorker.shutdownNow();
        installWorker.awaitTermination(30, TimeUnit.SECONDS);
    }

    /** Registers a package, a region with two zones and a plan, and two hosts. */
    private void stock() {
        execute("""
                insert into plan.offline_package (id, name, url, state, message, kubernetes_version, architecture,
                    index_sha256, components, verified, total, created_at, version)
                values (gen_random_uuid(), 'kubernetes-1.37.2', 'http://172.30.0.10:8080', 'ONLINE', 'verified', '1.37.2',
                    'amd64', 'abc', '{"items": []}', 0, 0, now(), 0)
                """);
        keepThePackageOnline();
        made("regions", region("local", "172.30.0.0/16"));
        for (var number = 1; number <= 2; number++) {
            var network = "172.30." + number;
            made("zones", zone("zone-" + number, "local", network + ".10", network + ".59"));
        }
        made("deploy-plans", plan("small", "local", "zone-1", "zone-2"));
        made("credentials", credential("root"));
        for (var number = 1; number <= 2; number++) {
            made("hosts", host("host-" + number, "198.51.100." + number, "root"));
        }
    }

    /** Nothing answers at the package's address, so the probe has to be contradicted. */
    private void keepThePackageOnline() {
        execute("""
                create or replace function plan.keep_online() returns trigger language plpgsql as
                $body$ begin new.state = 'ONLINE'; new.index_sha256 = 'abc'; return new; end $body$
                """);
        execute("""
                create trigger keep_online before update on plan.offline_package
                for each row execute function plan.keep_online()
                """);
    }

    private void made(String collection, Map<String, Object> body) {
        user().post()
                .uri("/api/v1/" + collection)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated();
    }

    protected static Map<String, Object> automatic(String name) {
        return Map.of(
                "name", name,
                "deployMode", "AUTOMATIC",
                "deployModel", "SINGLE_CONTROL_PLANE",
                "packageVersion", "1.37.2",
                "deployPlan", "small",
                "workers", 2);
    }

    protected static Map<String, Object> manual(String name) {
        return Map.of(
                "name", name,
                "deployMode", "MANUAL",
                "deployModel", "SINGLE_CONTROL_PLANE",
                "packageVersion", "1.37.2",
                "hosts",
                        List.of(
                                Map.of("host", "host-1", "role", "CONTROL_PLANE"),
                                Map.of("host", "host-2", "role", "WORKER")));
    }

    protected WebTestClient.ResponseSpec post(Map<String, Object> cluster, String key) {
        return user().post()
                .uri("/api/v1/clusters")
                .header("Idempotency-Key", key)
                .bodyValue(cluster)
                .exchange();
    }

    protected JsonNode create(Map<String, Object> cluster) {
        return json(post(cluster, UUID.randomUUID().toString()).expectStatus().isAccepted());
    }

    protected JsonNode delete(String cluster) {
        return json(user().delete()
                .uri("/api/v1/clusters/{id}", cluster)
                .exchange()
                .expectStatus()
                .isAccepted());
    }

    protected JsonNode get(String path) {
        return json(user().get().uri(path).exchange().expectStatus().isOk());
    }

    /** Returns the name of a cluster whose operation stops at a step, until that is mended. */
    protected static String failingIn(Step step) {
        return FakeWorkers.name("fails", step);
    }

    /** Mends what stops the operation of the cluster of this name. */
    protected static void mended(String cluster) {
        FakeWorkers.MENDED.add(cluster);
    }

    /** Waits until the operation of an answer has the state. */
    protected JsonNode await(JsonNode accepted, String state) {
        var path = "/api/v1/operations/" + id(accepted, "operation");
        return Awaitility.await(path)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> get(path),
                        operation -> operation.get("state").asText().equals(state));
    }

    /** Waits until a step of the operation of an answer has the state. */
    protected void awaitStep(JsonNode accepted, String step, String state) {
        var path = "/api/v1/operations/" + id(accepted, "operation") + "/steps";
        Awaitility.await(path)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> StreamSupport.stream(get(path).get("items").spliterator(), false)
                        .anyMatch(found -> found.get("step").asText().equals(step)
                                && found.get("state").asText().equals(state)));
    }

    protected static String id(JsonNode accepted, String part) {
        return accepted.get(part).get("id").asText();
    }

    protected JsonNode json(WebTestClient.ResponseSpec answer) {
        try {
            return JSON.readTree(answer.expectBody(byte[].class).returnResult().getResponseBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected int rows(String sql) {
        return database.sql(sql).fetch().all().collectList().block().size();
    }

    protected void execute(String sql) {
        database.sql(sql).then().block();
    }
}
