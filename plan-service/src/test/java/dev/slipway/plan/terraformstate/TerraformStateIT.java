package dev.slipway.plan.terraformstate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.RunningPlanService;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Terraform's protocol, spoken as its http backend speaks it. */
class TerraformStateIT extends RunningPlanService {
    private static final String STATE = "{\"version\":4,\"serial\":1,\"secret\":\"in the clear\"}";
    private final UUID cluster = UUID.randomUUID();
    private final String path = "/internal/clusters/" + cluster + "/terraform-state";

    @Autowired
    TerraformStates states;

    @Autowired
    DatabaseClient database;

    @Test
    void keepsAStateSealed() {
        terraform().get().uri(path).exchange().expectStatus().isNoContent();
        lock("one").expectStatus().isOk();

        store("?ID=one").expectStatus().isOk();

        terraform()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo(STATE);
        assertThat(database.sql("select sealed from sealed_secret where owner_id = :id")
                        .bind("id", cluster)
                        .mapValue(byte[].class)
                        .one()
                        .map(box -> new String(box, StandardCharsets.ISO_8859_1))
                        .block())
                .doesNotContain("clear");
        terraform().delete().uri(path + "?ID=one").exchange().expectStatus().isOk();
        terraform().get().uri(path).exchange().expectStatus().isNoContent();
    }

    @Test
    void locksForOneAtATimeAndShowsWhoItIs() {
        lock("one").expectStatus().isOk();
        lock("one").expectStatus().isOk();

        lock("two")
                .expectStatus()
                .isEqualTo(HttpStatus.LOCKED)
                .expectBody(String.class)
                .isEqualTo(info("one"));
        store("?ID=two").expectStatus().isEqualTo(HttpStatus.CONFLICT);
        store("").expectStatus().isEqualTo(HttpStatus.CONFLICT);
        store("?ID=one").expectStatus().isOk();
        unlock(info("two")).expectStatus().isEqualTo(HttpStatus.CONFLICT);
        unlock(info("one")).expectStatus().isOk();
        unlock(info("one")).expectStatus().isOk();
        lock("two").expectStatus().isOk();
    }

    @Test
    void takesNoStateFromARunThatHasLostTheLock() {
        lock("one").expectStatus().isOk();
        terraform().delete().uri(path + "/lock").exchange().expectStatus().isOk();

        store("?ID=one").expectStatus().isEqualTo(HttpStatus.CONFLICT);
        store("").expectStatus().isEqualTo(HttpStatus.CONFLICT);

        terraform().get().uri(path).exchange().expectStatus().isNoContent();
    }

    @Test
    void tellsWhoHoldsTheLock() {
        terraform().get().uri(path + "/lock").exchange().expectStatus().isNoContent();
        lock("one").expectStatus().isOk();

        terraform()
                .get()
                .uri(path + "/lock")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo(info("one"));
    }

    @Test
    void unlocksByForce() {
        lock("lost").expectStatus().isOk();
        terraform()
                .delete()
                .uri(path + "/lock?ID=lost")
                .exchange()
                .expectStatus()
                .isOk();
        lock("lost-too").expectStatus().isOk();
        terraform().delete().uri(path + "/lock").exchange().expectStatus().isOk();
        lock("mine").expectStatus().isOk();
    }

    /** Terraform's force-unlock sends neither id nor lock information, but the headers of a body. */
    @Test
    void unlocksAsTerraformDoesByForce() {
        lock("lost").expectStatus().isOk();

        forceUnlock().expectStatus().isOk().expectBody().isEmpty();
        forceUnlock().expectStatus().isOk();

        lock("mine").expectStatus().isOk();
    }

    private WebTestClient.ResponseSpec forceUnlock() {
        return terraform()
                .method(HttpMethod.DELETE)
                .uri(path + "/lock")
                .header("Content-Type", "application/json")
                .header("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg==")
                .bodyValue(new byte[0])
                .exchange();
    }

    @Test
    void refusesABodyThatIsNoLockAndAStateThatWasDamagedOnItsWay() {
        for (var body : new String[] {"nonsense", "{}", "{\"ID\":\" \"}"}) {
            terraform()
                    .post()
                    .uri(path + "/lock")
                    .header("Content-Type", "application/json")
                    .bodyValue(body)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
        terraform()
                .post()
                .uri(path)
                .header("Content-MD5", "AAAA")
                .bodyValue(STATE)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void opensAStateToItsOwnTokenOnly() {
        client(token("provisioning-worker", Map.of()))
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isForbidden();
        client(token("provisioning-worker", Map.of("state", UUID.randomUUID().toString())))
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isForbidden();
        administrator().get().uri(path).exchange().expectStatus().isForbidden();
    }

    @Test
    void forgetsAClusterThatIsGone() {
        lock("one").expectStatus().isOk();
        store("?ID=one").expectStatus().isOk();

        states.forget(cluster).block();

        terraform().get().uri(path).exchange().expectStatus().isNoContent();
        lock("two").expectStatus().isOk();
    }

    private WebTestClient.ResponseSpec lock(String id) {
        return terraform()
                .post()
                .uri(path + "/lock")
                .header("Content-Type", "application/json")
                .bodyValue(info(id))
                .exchange();
    }

    private WebTestClient.ResponseSpec unlock(String info) {
        return terraform()
                .method(HttpMethod.DELETE)
                .uri(path + "/lock")
                .header("Content-Type", "application/json")
                .bodyValue(info)
                .exchange();
    }

    private WebTestClient.ResponseSpec store(String query) {
        return terraform()
                .post()
                .uri(path + query)
                .header("Content-Type", "application/json")
                .bodyValue(STATE)
                .exchange();
    }

    private static String info(String id) {
        return "{\"ID\":\"%s\",\"Operation\":\"OperationTypeApply\",\"Who\":\"root@here\"}".formatted(id);
    }

    private WebTestClient terraform() {
        var token = token("provisioning-worker", Map.of("state", cluster.toString()));
        return client(token)
                .mutate()
                .defaultHeaders(headers -> {
                    headers.remove(HttpHeaders.AUTHORIZATION);
                    headers.setBasicAuth("terraform", token);
                })
                .build();
    }
}
