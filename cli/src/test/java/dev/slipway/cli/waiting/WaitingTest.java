package dev.slipway.cli.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final Waiting QUICK = Waiting.upTo(Duration.ofSeconds(20)).every(Duration.ofMillis(1));

    @Test
    void itIsAskedUntilThereIsAnAnswer() {
        Queue<Optional<String>> answers =
                new ArrayDeque<>(List.of(Optional.empty(), Optional.empty(), Optional.of("yes")));

        String answer = QUICK.answer(answers::remove, IllegalStateException::new);

        assertThat(answer).isEqualTo("yes");
        assertThat(answers).isEmpty();
    }

    @Test
    void itIsAskedOnceEvenWithoutPatience() {
        Waiting none = Waiting.upTo(Duration.ZERO);
        Queue<Boolean> answers = new ArrayDeque<>(List.of(true, false));

        none.until(answers::remove, IllegalStateException::new);

        assertThatThrownBy(() -> none.until(answers::remove, () -> new IllegalStateException("late")))
                .hasMessage("late");
    }

    @Test
    void aFailedQuestionEndsTheWaiting() {
        assertThatThrownBy(() -> QUICK.until(
                        () -> {
                            throw new IllegalArgumentException("broken");
                        },
                        IllegalStateException::new))
                .hasMessage("broken");
    }

    @Test
    void anInterruptedThreadStopsWaiting() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> QUICK.until(() -> false, IllegalStateException::new))
                .hasMessageContaining("Interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }
}
