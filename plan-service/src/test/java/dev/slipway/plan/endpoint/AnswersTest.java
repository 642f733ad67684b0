package dev.slipway.plan.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.plan.resource.ListQuery;
import dev.slipway.plan.resource.Resource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final Thing thing = new Thing(new UUID(1, 2), "thing", Instant.EPOCH, 7L);

    @Test
    void takesAVersionThatIsThePresentOneOrAny() {
        assertThat(Answers.matching(thing, null)).isSameAs(thing);
        assertThat(Answers.matching(thing, "*")).isSameAs(thing);
        assertThat(Answers.matching(thing, "\"7\"")).isSameAs(thing);
        assertThatThrownBy(() -> Answers.matching(thing, "\"6\"")).isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> Answers.matching(thing, "7")).isInstanceOf(StaleVersion.class);
    }

    @Test
    void showsTheVersionAndThePlace() {
        var view = new Shown(thing.id(), 7);

        assertThat(Answers.ok(view).getHeaders().getETag()).isEqualTo("\"7\"");
        assertThat(Answers.created("things", view).getHeaders().getLocation())
                .hasToString("/api/v1/things/" + thing.id());
        assertThat(Answers.accepted("things", view).getStatusCode().value()).isEqualTo(202);
    }

    @Test
    void limitsPages() {
        assertThat(new ListQuery(null, null, null).size()).isEqualTo(50);
        assertThat(new ListQuery(0, null, null).size()).isEqualTo(1);
        assertThat(new ListQuery(10_000, null, null).size()).isEqualTo(200);
    }

    @Test
    void tellsTheTimeAsExactlyAsTheDatabase() {
        var clock = Clock.fixed(Instant.EPOCH.plus(Duration.ofNanos(1_999)), ZoneOffset.UTC);

        assertThat(Resource.now(clock)).isEqualTo(Instant.EPOCH.plusNanos(1_000));
    }

    record Thing(UUID id, String name, Instant createdAt, Long version) implements Resource {}

    record Shown(UUID id, long version) implements View {}
}
