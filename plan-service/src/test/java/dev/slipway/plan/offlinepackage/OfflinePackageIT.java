package dev.slipway.plan.offlinepackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.plan.RunningPlanService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;

/** Packages over HTTP, verified from a real server, on a real database. */
class OfflinePackageIT extends RunningPlanService {
    private final ServedPackage served = new ServedPackage();

    @Autowired
    DatabaseClient database;

    @Autowired
    KubernetesPackages packages;

    @AfterEach
    void stop() {
        served.close();
        database.sql("delete from offline_package").then().block();
    }

    @Test
    void verifiesARegisteredPackage() {
        served.trustedIn(FOLDER.resolve("packages"));

        var id = register();
        var online = awaitState(id, PackageState.ONLINE);

        assertThat(online)
                .containsEntry("name", "kubernetes-1.37.2")
                .containsEntry("kubernetesVersion", "1.37.2")
                .containsEntry("verified", 8)
                .containsEntry("total", 8)
                .containsKey("checkedAt");
        assertThat((List<?>) online.get("components")).hasSize(2);
        assertThat(packages.of("1.37.2").block())
                .satisfies(found -> assertThat(found.check().indexSha256()).hasSize(64));
        user().post()
                .uri("/api/v1/packages")
                .bodyValue(Map.of("url", served.url() + "/"))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
        user().delete().uri("/api/v1/packages/" + id).exchange().expectStatus().isNoContent();
    }

    @Test
    void verifiesAgainWhenTheKeyIsTrusted() {
        var id = register();
        assertThat(awaitState(id, PackageState.KEY_UNKNOWN).get("message"))
                .asString()
                .contains("put its public key into");

        served.trustedIn(FOLDER.resolve("packages"));
        user().post()
                .uri("/api/v1/packages/" + id + "/check")
                .exchange()
                .expectStatus()
                .isAccepted();

        awaitState(id, PackageState.ONLINE);
        served.spoil(served.layer());
        user().post()
                .uri("/api/v1/packages/" + id + "/check")
                .exchange()
                .expectStatus()
                .isAccepted();
        awaitState(id, PackageState.DAMAGED);
    }

    @Test
    void noticesThatAPackageStopsAnsweringAndAnswersAgain() {
        served.trustedIn(FOLDER.resolve("packages"));
        var id = register();
        awaitState(id, PackageState.ONLINE);

        var port = served.stop();
        awaitState(id, PackageState.UNREACHABLE);

        served.startAgain(port);
        assertThat(awaitState(id, PackageState.ONLINE))
                .containsEntry("message", "The package answers again, unchanged.");
    }

    @Test
    void verifiesAnewWhatAnswersWithAnotherIndex() {
        served.trustedIn(FOLDER.resolve("packages"));
        var id = register();
        var first = awaitState(id, PackageState.ONLINE).get("indexSha256");

        served.put("/files/manifests/more.yaml", "more").sign();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(read(id))
                        .containsEntry("total", 9)
                        .containsEntry("state", "ONLINE")
                        .doesNotContainEntry("indexSha256", first));
    }

    @Test
    void showsProgressAndGoesOnWhereAnotherRunnerDied() {
        served.trustedIn(FOLDER.resolve("packages"));
        var gate = served.gate("/apt/InRelease");
        database.sql("""
                with waiting as (
                    insert into offline_package
                        (id, name, url, state, message, components, verified, total, created_at, version)
                    values (gen_random_uuid(), 'x', :url, 'VERIFYING', '', '{"items":[]}', 0, 0, now(), 0)
                    returning id)
                insert into package_verification select id, gen_random_uuid(), now() - interval '1 hour' from waiting
                """).bind("url", served.url()).then().block();
        var id = String.valueOf(((Map<?, ?>) ((List<?>) get("/api/v1/packages").get("items")).getFirst()).get("id"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat((Integer) read(id).get("verified")).isPositive());
        gate.countDown();

        awaitState(id, PackageState.ONLINE);
    }

    @Test
    void refusesWhatIsNoAddress() {
        for (var url : List.of("ftp://x", "http://user@x", "nonsense", "http://x?y")) {
            user().post()
                    .uri("/api/v1/packages")
                    .bodyValue(Map.of("url", url))
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
        user().post()
                .uri("/api/v1/packages")
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void movesAPackageToAnotherAddress() {
        served.trustedIn(FOLDER.resolve("packages"));
        var id = String.valueOf(post("http://127.0.0.1:1").get("id"));
        awaitState(id, PackageState.UNREACHABLE);

        user().put()
                .uri("/api/v1/packages/" + id)
                .bodyValue(Map.of("url", served.url()))
                .exchange()
                .expectStatus()
                .isAccepted();

        awaitState(id, PackageState.ONLINE);
    }

    private String register() {
        return String.valueOf(post(served.url()).get("id"));
    }

    private Map<?, ?> post(String url) {
        return user().post()
                .uri("/api/v1/packages")
                .bodyValue(Map.of("url", url))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    private Map<String, Object> awaitState(String id, PackageState state) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(read(id)).containsEntry("state", state.name()));
        return read(id);
    }

    private Map<String, Object> read(String id) {
        return get("/api/v1/packages/" + id);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> get(String path) {
        return user().get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }
}
