package dev.slipway.plan.terraformstate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.RunningPlanService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A later try of a step, or a later step, takes the place of one whose machine may be lost for good. */
class TerraformTurnIT extends RunningPlanService {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String STATE = "{\"version\":4,\"serial\":%d}";

    private final UUID cluster = UUID.randomUUID();
    private final String path = "/internal/clusters/" + cluster + "/terraform-state";

    @Autowired
    DatabaseClient database;

    @Autowired
    TerraformTurns turns;

    @BeforeEach
    void keepTheCluster() {
        database.sql("""
                insert into plan.clusters (id, name, phase, spec, package_id, created_at)
                values (:id, cast(:id as text), 'CREATING', '{}', gen_random_uuid(), now())
                """).bind("id", cluster).then().block();
    }

    @Test
    void aLaterTryTakesOverTheLockAndNothingOfTheEarlierOneIsTakenAnyMore() {
        lock("lost", "create", 1).isOk();
        store("lost", 1).isOk();

        lock("next", "create", 2).isOk();

        store("lost", 2).isEqualTo(HttpStatus.CONFLICT);
        unlock("lost").isEqualTo(HttpStatus.CONFLICT);
        lock("again", "create", 1).isEqualTo(HttpStatus.CONFLICT);
        assertThat(state()).isEqualTo(STATE.formatted(1));
        store("next", 3).isOk();
        unlock("next").isOk();
        lock("again", "create", 1).isEqualTo(HttpStatus.CONFLICT);
        store("again", 4).isEqualTo(HttpStatus.CONFLICT);
        assertThat(state()).isEqualTo(STATE.formatted(3));
    }

    @Test
    void aLaterStepTakesOverTheLockOfAnEarlierOneWhichNeverGetsItBack() {
        lock("lost", "create", 7).isOk();
        lock("next", "destroy", 1).isOk();

        lock("again", "create", 8).isEqualTo(HttpStatus.CONFLICT);

        lock("last", "destroy-again", 1).isOk();
        lock("again", "create", 9).isEqualTo(HttpStatus.CONFLICT);
        lock("again", "destroy", 2).isEqualTo(HttpStatus.CONFLICT);
        store("last", 1).isOk();
    }

    @Test
    void aTryHasOneLockAtATime() {
        lock("one", "create", 1).isOk();
        lock("one", "create", 1).isOk();

        lock("two", "create", 1).isEqualTo(HttpStatus.LOCKED);

        unlock("one").isOk();
        lock("two", "create", 1).isOk();
    }

    @Test
    void theLockOfAWorkerThatDoesNotSayWhoseTurnItIsIsTakenOverToo() {
        ask("/lock", "lost").isOk();
        lock("next", "create", 1).isOk();

        ask("/lock", "lost").isEqualTo(HttpStatus.LOCKED);
        store("lost", 1).isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void nobodyLocksTheStateOfAClusterThatIsGone() {
        lock("one", "create", 1).isOk();
        unlock("one").isOk();
        database.sql("delete from plan.clusters where id = :id")
                .bind("id", cluster)
                .then()
                .block();

        lock("two", "create", 1).isEqualTo(HttpStatus.CONFLICT);
        lock("two", "create", 2).isEqualTo(HttpStatus.CONFLICT);

        for (var table : new String[] {"plan.terraform_turn", "plan.terraform_lock"}) {
            assertThat(database.sql("select 1 from " + table + " where cluster_id = :id")
                            .bind("id", cluster)
                            .fetch()
                            .all()
                            .collectList()
                            .block())
                    .isEmpty();
        }
    }

    @Test
    void whicheverTriesAskAtTheSameTimeTheLatestHasTheLockInTheEnd() throws Exception {
        var attempts = new ArrayList<>(IntStream.rangeClosed(1, 20).boxed().toList());
        Collections.shuffle(attempts);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<?>>();
            for (var attempt : attempts) {
                var wanted = new TerraformLock("try-" + attempt, "{}");
                asked.add(threads.submit(() -> turns.lock(cluster, wanted, new Turn("create", attempt))
                        .onErrorComplete(StateLocked.class)
                        .block(PATIENCE)));
            }
            for (var one : asked) {
                one.get();
            }
        }

        assertThat(database.sql("select lock_id from plan.terraform_lock where cluster_id = :id")
                        .bind("id", cluster)
                        .mapValue(String.class)
                        .one()
                        .block())
                .isEqualTo("try-20");
    }

    private StatusAssertions lock(String id, String run, int attempt) {
        return ask("/lock?holder=somebody&run=%s&attempt=%d".formatted(run, attempt), id);
    }

    private StatusAssertions ask(String rest, String id) {
        return send(HttpMethod.POST, rest, info(id));
    }

    private StatusAssertions unlock(String id) {
        return send(HttpMethod.DELETE, "/lock", info(id));
    }

    private StatusAssertions store(String id, int serial) {
        return send(HttpMethod.POST, "?ID=" + id, STATE.formatted(serial));
    }

    private StatusAssertions send(HttpMethod method, String rest, String body) {
        var answer = terraform()
                .method(method)
                .uri(path + rest)
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange();
        answer.expectBody(byte[].class).returnResult();
        return answer.expectStatus();
    }

    private String state() {
        return terraform()
                .get()
                .uri(path)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static String info(String id) {
        return "{\"ID\":\"%s\",\"Operation\":\"OperationTypeApply\",\"Who\":\"root@here\"}".formatted(id);
    }

    private WebTestClient terraform() {
        return client(token("provisioning-worker", Map.of("state", cluster.toString())));
    }
}
