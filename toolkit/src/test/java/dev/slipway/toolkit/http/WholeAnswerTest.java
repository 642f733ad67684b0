package dev.slipway.toolkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WholeAnswerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/whole", exchange -> {
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write("said".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.createContext("/half", exchange -> {
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write('s');
            exchange.getResponseBody().flush();
            asked.countDown();
            awaitEnd();
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        client.close();
    }

    @Test
    void isReturnedWhenItIsWhole() throws IOException, InterruptedException {
        assertThat(ask("/whole", Duration.ofSeconds(20)).body()).isEqualTo("said");
    }

    @Test
    void isGivenUpWhenTheOtherEndFallsSilentInTheMiddle() {
        assertThatThrownBy(() -> ask("/half", Duration.ofSeconds(1)))
                .isInstanceOf(HttpTimeoutException.class)
                .hasMessage("no whole answer in 1 s");
    }

    @Test
    void comesWhileTheCommonPoolIsBusy() throws IOException, InterruptedException {
        ForkJoinPool pool = ForkJoinPool.commonPool();
        for (int worker = 0; worker < pool.getParallelism(); worker++) {
            pool.execute(this::awaitEnd);
        }

        assertThat(ask("/whole", Duration.ofSeconds(20)).body()).isEqualTo("said");
    }

    @Test
    void tellsWhyThereIsNone() {
        server.stop(0);

        assertThatThrownBy(() -> ask("/whole", Duration.ofSeconds(20))).isInstanceOf(ConnectException.class);
    }

    @Test
    void isNotWaitedForByWhoIsInterrupted() throws InterruptedException {
        var waiting = new FutureTask<>(() -> ask("/half", Duration.ofHours(1)));
        Thread thread = Thread.ofVirtual().start(waiting);
        asked.await();

        thread.interrupt();

        assertThatThrownBy(waiting::get).hasCauseInstanceOf(InterruptedException.class);
    }

    private HttpResponse<String> ask(String path, Duration timeout) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return WholeAnswer.of(client, HttpRequest.newBuilder(address).build(), BodyHandlers.ofString(), timeout);
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
