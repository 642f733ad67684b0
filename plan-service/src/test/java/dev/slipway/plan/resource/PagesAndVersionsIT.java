package dev.slipway.plan.resource;

import static dev.slipway.plan.InventorySamples.credential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.InventoryRequests;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Lists in pages and changes of exactly one version, on a real database. */
class PagesAndVersionsIT extends InventoryRequests {
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
}
