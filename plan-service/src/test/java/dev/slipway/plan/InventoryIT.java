package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** The inventory as the gateway sees it, on a real database. */
class InventoryIT extends RunningPlanService {
    private static final Map<String, Object> SIZE = Map.of("cpus", 2, "memoryMebibytes", 2048, "diskGibibytes", 20);

    @Test
    void makesAWholeInventoryAndTakesItApartInOrder() {
        var credential = create("credentials", credential("root-login"));
        var host = create("hosts", host("node-1", "10.1.2.3", "root-login"));
        var region = create("regions", region("here", "172.40.0.0/16"));
        var zone = create("zones", zone("zone-a", "here", "172.40.1.10", "172.40.1.20"));
        var plan = create("deploy-plans", plan("small", "here", "zone-a"));

        assertThat(read("hosts", host))
                .containsEntry("credential", "root-login")
                .containsEntry("port", 22)
                .containsEntry("profile", "STANDARD")
                .containsEntry("cluster", null);
        assertThat(read("deploy-plans", plan))
                .containsEntry("region", "here")
                .containsEntry("zones", List.of("zone-a"))
                .containsEntry("workerSize", SIZE);
        assertThat(read("zones", zone))
                .containsEntry("addressRange", Map.of("first", "172.40.1.10", "last", "172.40.1.20"));
        assertThat(read("credentials", credential))
                .containsEntry("authentication", "PASSWORD")
                .doesNotContainKey("password");
        assertThat(refusal("credentials", credential)).isEqualTo("The credential root-login is used by host node-1.");
        assertThat(refusal("regions", region)).contains("zone zone-a").contains("deploy plan small");
        assertThat(refusal("zones", zone)).isEqualTo("The zone zone-a is used by deploy plan small.");

        for (var path : List.of(
                "hosts/" + host,
                "credentials/" + credential,
                "deploy-plans/" + plan,
                "zones/" + zone,
                "regions/" + region)) {
            user().delete().uri("/api/v1/" + path).exchange().expectStatus().isNoContent();
            user().get().uri("/api/v1/" + path).exchange().expectStatus().isNotFound();
        }
    }

    @Test
    void tellsAllBrokenRulesAtOnce() {
        create("regions", region("rules", "172.41.0.0/16"));
        create("zones", zone("rules-a", "rules", "172.41.1.10", "172.41.1.20"));

        assertThat(errors("zones", zone("Not_A_Name", "rules", "172.41.1.20", "172.42.1.30")))
                .extracting("field")
                .containsExactlyInAnyOrder("name", "addressRange", "addressRange");
        assertThat(errors("zones", zone("b", "nowhere", "x", "y")))
                .extracting("field")
                .containsExactlyInAnyOrder("region", "addressRange.first", "addressRange.last");
        assertThat(errors("zones", zone("b", "rules", "172.41.0.1", "172.41.1.15")))
                .extracting("message")
                .anySatisfy(message -> assertThat(message).asString().contains("gateway"))
                .anySatisfy(message -> assertThat(message).asString().contains("overlaps zone rules-a"));
        assertThat(errors("hosts", Map.of("name", "x", "address", "127.0.0.1", "port", 0, "credential", "none")))
                .extracting("field")
                .containsExactlyInAnyOrder("address", "credential", "port");
        assertThat(errors("credentials", Map.of("name", "-", "username", "Not A User")))
                .extracting("field")
                .containsExactlyInAnyOrder("name", "password", "username");
        assertThat(errors("regions", region("wide", "172.41.1.0/16")))
                .extracting("field")
                .containsExactly("containerHosts.subnet");
        assertThat(errors("deploy-plans", plan("p", "rules", "rules-a", "rules-a", "nope")))
                .extracting("field")
                .containsExactlyInAnyOrder("zones[1]", "zones[2]");
    }

    @Test
    void refusesATakenNameAndATakenAddress() {
        create("credentials", credential("taken"));
        create("hosts", host("taken-host", "10.9.9.9", "taken"));

        post("credentials", credential("taken"), HttpStatus.CONFLICT);

        assertThat(errors("hosts", host("other-host", "10.9.9.9", "taken")))
                .extracting("message")
                .containsExactly("is that of host taken-host already");
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        var id = create("credentials", credential("versioned"));
        var changed = Map.of("name", "versioned", "username", "admin");

        var answer = user().put()
                .uri("/api/v1/credentials/" + id)
                .header("If-Match", "\"0\"")
                .bodyValue(changed)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody(Map.class)
                .returnResult();

        assertThat(answer.getResponseBody())
                .containsEntry("username", "admin")
                .containsEntry("authentication", "PASSWORD");
        user().put()
                .uri("/api/v1/credentials/" + id)
                .header("If-Match", "\"0\"")
                .bodyValue(changed)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_FAILED);
        user().delete()
                .uri("/api/v1/credentials/" + id)
                .header("If-Match", "\"0\"")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_FAILED);
    }

    @Test
    void pagesThroughAListNewestFirst() {
        for (var number = 1; number <= 5; number++) {
            create("credentials", credential("page-" + number));
        }

        var first = list("/api/v1/credentials?name=page-&limit=2");
        var second = list("/api/v1/credentials?name=page-&limit=2&cursor=" + first.get("next"));
        var third = list("/api/v1/credentials?name=page-&limit=2&cursor=" + second.get("next"));

        assertThat(names(first)).containsExactly("page-5", "page-4");
        assertThat(names(second)).containsExactly("page-3", "page-2");
        assertThat(names(third)).containsExactly("page-1");
        assertThat(third.get("next")).isNull();
        user().get()
                .uri("/api/v1/credentials?cursor=nonsense")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void movesARegionOnlyWhereItsZonesFit() {
        var id = create("regions", region("moving", "172.43.0.0/16"));
        create("zones", zone("moving-a", "moving", "172.43.1.10", "172.43.1.20"));

        user().put()
                .uri("/api/v1/regions/" + id)
                .bodyValue(region("moving", "172.44.0.0/16"))
                .exchange()
                .expectStatus()
                .isBadRequest();
        user().put()
                .uri("/api/v1/regions/" + id)
                .bodyValue(region("moving", "172.43.0.0/20"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void letsOnlyTheGatewayAskForPeople() {
        client(token("install-worker", Map.of()))
                .get()
                .uri("/api/v1/hosts")
                .exchange()
                .expectStatus()
                .isForbidden();
        client("nonsense").get().uri("/api/v1/hosts").exchange().expectStatus().isUnauthorized();
    }

    private static Map<String, Object> credential(String name) {
        return Map.of("name", name, "username", "root", "password", "secret");
    }

    private static Map<String, Object> host(String name, String address, String credential) {
        return Map.of("name", name, "address", address, "credential", credential);
    }

    private static Map<String, Object> region(String name, String subnet) {
        return Map.of(
                "name",
                name,
                "kind",
                "CONTAINER_HOSTS",
                "containerHosts",
                Map.of("network", "slipway", "subnet", subnet, "image", "slipway/container-host"));
    }

    private static Map<String, Object> zone(String name, String region, String first, String last) {
        return Map.of("name", name, "region", region, "addressRange", Map.of("first", first, "last", last));
    }

    private static Map<String, Object> plan(String name, String region, String... zones) {
        return Map.of(
                "name",
                name,
                "deployModel",
                "SINGLE_CONTROL_PLANE",
                "region",
                region,
                "zones",
                List.of(zones),
                "controlPlaneSize",
                SIZE,
                "workerSize",
                SIZE);
    }

    private String create(String collection, Map<String, Object> body) {
        return String.valueOf(
                post(collection, body, HttpStatus.CREATED).getResponseBody().get("id"));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> errors(String collection, Map<String, Object> body) {
        return (List<Map<String, Object>>)
                post(collection, body, HttpStatus.BAD_REQUEST).getResponseBody().get("errors");
    }

    @SuppressWarnings("rawtypes")
    private EntityExchangeResult<Map> post(String collection, Map<String, Object> body, HttpStatus expected) {
        return user().post()
                .uri("/api/v1/" + collection)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody(Map.class)
                .returnResult();
    }

    private String refusal(String collection, String id) {
        return String.valueOf(user().delete()
                .uri("/api/v1/" + collection + "/" + id)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("detail"));
    }

    private Map<String, Object> read(String collection, String id) {
        return list("/api/v1/" + collection + "/" + id);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> list(String path) {
        return user().get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> names(Map<String, Object> page) {
        return ((List<Map<String, Object>>) page.get("items"))
                .stream().map(item -> item.get("name")).toList();
    }
}
