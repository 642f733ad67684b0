package dev.slipway.toolkit.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * An answer that is whole in time or is given up. A request's own timeout ends with the head of the answer: who goes
 * without a word in the middle of the rest, as a machine that loses its network does, would be waited for without end.
 */
public final class WholeAnswer {
    private WholeAnswer() {}

    /**
     * Sends a request and waits for all of its answer.
     *
     * @throws HttpTimeoutException when the answer is not whole in time
     * @throws IOException when it breaks off
     */
    public static <T> HttpResponse<T> of(
            HttpClient client, HttpRequest request, BodyHandler<T> handler, Duration timeout)
            throws IOException, InterruptedException {
        return of(client, request, handler, timeout, () -> false);
    }

    /**
     * Sends a request and waits for its answer as long as it makes progress.
     *
     * @param pause after which it is asked, again and again, whether it does
     * @throws HttpTimeoutException when it does not
     * @throws IOException when it breaks off
     */
    public static <T> HttpResponse<T> of(
            HttpClient client, HttpRequest request, BodyHandler<T> handler, Duration pause, BooleanSupplier progress)
            throws IOException, InterruptedException {
        // Not sendAsync: its answers come by the common pool, so one who blocks there would keep all answers from all.
        var answer = new FutureTask<>(() -> client.send(request, handler));
        Thread.ofVirtual().name("http-request").start(answer);
        try {
            while (!isWhole(answer, pause)) {
                if (!progress.getAsBoolean()) {
                    throw new HttpTimeoutException("no whole answer in " + pause.toSeconds() + " s");
                }
            }
            return answer.resultNow();
        } catch (ExecutionException failed) {
            throw asSent(failed);
        } finally {
            answer.cancel(true);
        }
    }

    private static boolean isWhole(Future<?> answer, Duration pause) throws ExecutionException, InterruptedException {
        try {
            answer.get(pause.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    /** What a call that waits would have thrown. */
    private static IOException asSent(ExecutionException failed) {
        return failed.getCause() instanceof IOException problem ? problem : new IOException(failed.getCause());
    }
}
