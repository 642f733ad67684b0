package dev.slipway.cli.waiting;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Asks again and again until there is an answer, or patience is at its end.
 *
 * @param patience how long it is asked at most
 * @param interval the pause between two questions
 */
public record Waiting(Duration patience, Duration interval) {
    private static final Duration USUAL_INTERVAL = Duration.ofMillis(200);

    /** Asks five times a second for at most that long. */
    public static Waiting upTo(Duration patience) {
        return new Waiting(patience, USUAL_INTERVAL);
    }

    /** The same patience with another pause. */
    public Waiting every(Duration pause) {
        return new Waiting(patience, pause);
    }

    /** Asks until it is so, and fails with what is given when patience ends. */
    public void until(BooleanSupplier question, Supplier<? extends RuntimeException> late) {
        answer(() -> question.getAsBoolean() ? Optional.of(true) : Optional.empty(), late);
    }

    /** Asks until there is an answer, and fails with what is given when patience ends. */
    public <T> T answer(Supplier<Optional<T>> question, Supplier<? extends RuntimeException> late) {
        long begin = System.nanoTime();
        Optional<T> answer = question.get();
        while (answer.isEmpty()) {
            if (System.nanoTime() - begin >= patience.toNanos()) {
                throw late.get();
            }
            pause();
            answer = question.get();
        }
        return answer.get();
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(interval.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
