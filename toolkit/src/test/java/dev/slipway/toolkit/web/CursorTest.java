package dev.slipway.toolkit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final long SEED = 20_260_101;

    @Test
    void comesBackAsItWasForAnyTimeAndId() {
        var random = new Random(SEED);
        for (var i = 0; i < 1000; i++) {
            var cursor = new Cursor(
                    Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                    new UUID(random.nextLong(), random.nextLong()));

            assertThat(Cursor.decode(cursor.encode())).as("seed %s", SEED).isEqualTo(cursor);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "bm9uc2Vuc2U", "XzEyMw"})
    void refusesWhatNoServerMade(String encoded) {
        assertThatThrownBy(() -> Cursor.decode(encoded))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.violations())
                                .extracting(Violation::field)
                                .containsExactly("cursor"));
    }

    @Test
    void refusesATimeThatIsNone() {
        var encoded =
                Base64.getUrlEncoder().encodeToString(("soon_" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Cursor.decode(encoded)).isInstanceOf(ProblemException.class);
    }

    @Test
    void endsAPageWithTheCursorOfItsLastItem() {
        var cursor = new Cursor(Instant.EPOCH, new UUID(1, 2));

        var page = Page.of(List.of("a", "b", "c"), 2, item -> cursor);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).isEqualTo(cursor.encode());
        assertThat(page.map(String::length).items()).containsExactly(1, 1);
    }

    @Test
    void endsTheLastPageWithout() {
        assertThat(Page.of(List.of("a", "b"), 2, item -> new Cursor(Instant.EPOCH, new UUID(1, 2)))
                        .next())
                .isNull();
    }
}
