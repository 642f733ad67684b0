package dev.slipway.plan;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Two requests at the same moment, of which only one may have its way. */
public final class Race {
    private Race() {}

    /** Sends both, and returns how each was answered. */
    public static List<Integer> atOnce(Callable<ResponseSpec> one, Callable<ResponseSpec> other) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> status(one.call()));
            var second = threads.submit(() -> status(other.call()));
            return List.of(first.get(), second.get());
        }
    }

    private static int status(ResponseSpec answer) {
        return answer.expectBody().returnResult().getStatus().value();
    }
}
