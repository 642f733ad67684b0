package dev.slipway.plan.resource;

import static dev.slipway.plan.InventorySamples.credential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.InventoryRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Lists in pages and changes of exactly one version, on a real database. */
class PagesAndVersionsIT extends InventoryRequests {
    @Autowired
    DatabaseClient database;

    @Test
    void changesOnlyTheVersionThatWasRead() {
        var id = create("credentials", credential("versioned"));

        var answer = changeOfFirstVersion(id)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult();

        assertThat(answer.getResponseBody())
                .containsEntry("username", "admin")
                .containsEntry("authentication", "PASSWORD");
        changeOfFirstVersion(id).expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
        user().delete()
                .uri("/api/v1/credentials/" + id)
                .header("If-Match", "\"0\"")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_FAILED);
    }

    private ResponseSpec changeOfFirstVersion(String id) {
        return user().put()
                .uri("/api/v1/credentials/" + id)
                .header("If-Match", "\"0\"")
                .bodyValue(Map.of("name", "versioned", "username", "admin"))
                .exchange();
    }

    @Test
    void pagesThroughAListNewestFirst() {
        for (var number = 1; number <= 5; number++) {
            create("credentials", credential("page-" + number));
        }

        var first = get("/api/v1/credentials?name=page-&limit=2");
        var second = get("/api/v1/credentials?name=page-&limit=2&cursor=" + first.get("next"));
        var third = get("/api/v1/credentials?name=page-&limit=2&cursor=" + second.get("next"));

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

    /** Several may be made in the same instant; none of them may be shown twice or passed over. */
    @Test
    void pagesThroughWhatWasMadeInOneInstant() {
        for (var number = 1; number <= 11; number++) {
            create("credentials", credential("tie-" + number));
        }
        database.sql("update credential set created_at = '2026-01-01T00:00:00.000001Z' where name like 'tie-%'")
                .then()
                .block();

        var seen = new ArrayList<>();
        var path = "/api/v1/credentials?name=tie-&limit=3";
        var page = get(path);
        seen.addAll(names(page));
        while (page.get("next") != null) {
            create("credentials", credential("tie-new-" + seen.size()));
            page = get(path + "&cursor=" + page.get("next"));
            seen.addAll(names(page));
        }

        assertThat(seen)
                .hasSize(11)
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.toString().contains("new"));
    }

    @Test
    void findsAPartOfANameToTheLetter() {
        create("credentials", credential("exact-1"));

        assertThat(names(get("/api/v1/credentials?name=xact-"))).containsExactly("exact-1");
        for (var pattern : List.of("exact_1", "exact%251", "ex%25", "%5C")) {
            assertThat(names(get("/api/v1/credentials?name=" + pattern)))
                    .as(pattern)
                    .isEmpty();
        }
    }
}
