package dev.slipway.installation;

import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.function.Consumer;

/** Runs parts of a workflow at the same time; when one fails the others are stopped and waited for. */
final class Together {
    private Together() {}

    static <T> void run(List<T> parts, Consumer<T> action) {
        if (parts.size() == 1) {
            action.accept(parts.getFirst());
            return;
        }
        var failure = Workflow.<Void>newPromise();
        var scope = Workflow.newCancellationScope(() -> start(parts, action, failure));
        scope.run();
        if (failure.isCompleted()) {
            failure.get();
        }
    }

    private static <T> void start(List<T> parts, Consumer<T> action, CompletablePromise<Void> failure) {
        CancellationScope scope = CancellationScope.current();
        List<Promise<Boolean>> running = parts.stream()
                .map(part -> Async.procedure(action::accept, part).handle((done, problem) -> {
                    if (problem != null && failure.completeExceptionally(problem)) {
                        scope.cancel("another part failed");
                    }
                    return problem == null;
                }))
                .toList();
        Promise.allOf(running).get();
    }
}
