package dev.slipway.toolkit.temporal;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.operation.Step;
import io.temporal.workflow.Functions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step with what it does, and how its last try ended. For workflow code, which runs one thread at a time. */
public final class Part<T> {
    private final Step step;
    private final Functions.Func<T> action;
    private @Nullable T result;
    private @Nullable Failure failure;

    Part(Step step, Functions.Func<T> action) {
        this.step = step;
        this.action = action;
    }

    /** Returns a step that gives nothing. */
    public static Part<Boolean> of(Step step, Functions.Proc action) {
        return new Part<>(step, () -> {
            action.apply();
            return true;
        });
    }

    Step step() {
        return step;
    }

    void act() {
        failure = null;
        result = action.apply();
    }

    void failed(Failure cause) {
        failure = cause;
    }

    Optional<T> result() {
        return Optional.ofNullable(result);
    }

    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }
}
