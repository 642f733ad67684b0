package dev.slipway.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.toolkit.token.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where each filter draws its line; RoutesIT sends real requests through all of them. */
class RequestFiltersTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final RequestIdFilter ids = new RequestIdFilter();
    private final RequestSizeFilter sizes = new RequestSizeFilter(DataSize.ofBytes(10));
    private final AtomicReference<ServerWebExchange> passed = new AtomicReference<>();

    @Test
    void keepsAnIdOfAClientUpToItsLength() {
        assertThat(idOf("a".repeat(64))).isEqualTo("a".repeat(64));
        assertThat(idOf("a".repeat(65))).matches("[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "a\nb"})
    void replacesAnIdThatWouldSpoilALog(String id) {
        assertThat(idOf(id)).matches("[0-9a-f-]{36}");
    }

    private String idOf(String given) {
        var exchange = MockServerWebExchange.from(
                MockServerHttpRequest.get("/actuator/health").header(RequestIdFilter.HEADER, given));
        ids.filter(exchange, this::pass).block(LIMIT);
        var id = passed.get().getRequest().getHeaders().getFirst(RequestIdFilter.HEADER);
        assertThat(exchange.getResponse().getHeaders().getFirst(RequestIdFilter.HEADER))
                .isEqualTo(id);
        return String.valueOf(id);
    }

    @Test
    void letsABodyInThatIsAsLargeAsItMayBe() {
        var exchange = MockServerWebExchange.from(
                MockServerHttpRequest.post("/").contentLength(10).body(Flux.just(buffer(6), buffer(4))));

        sizes.filter(exchange, this::pass).block(LIMIT);

        assertThat(read()).isEqualTo(10);
        assertThat(exchange.getResponse().getStatusCode()).isNull();
    }

    @Test
    void refusesABodyOfOneByteMoreBeforeItIsRead() {
        var exchange = MockServerWebExchange.from(
                MockServerHttpRequest.post("/").contentLength(11).build());

        sizes.filter(exchange, this::pass).block(LIMIT);

        assertThat(passed).hasNullValue();
        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void cutsABodyOffAtTheFirstByteTooMany() {
        var exchange =
                MockServerWebExchange.from(MockServerHttpRequest.post("/").body(Flux.just(buffer(10), buffer(1))));

        sizes.filter(exchange, this::pass).block(LIMIT);

        assertThatThrownBy(this::read).isInstanceOf(TooLarge.class);
    }

    private int read() {
        return Objects.requireNonNull(passed.get())
                .getRequest()
                .getBody()
                .map(DataBuffer::readableByteCount)
                .reduce(0, Integer::sum)
                .blockOptional(LIMIT)
                .orElseThrow();
    }

    @Test
    void speaksForNobodyWhereNobodyIsCalling() {
        var tokens = new InternalTokenFilter(TestKeys.create("gateway").issuer("gateway", Clock.systemUTC()));
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/api/v1/clusters"));

        assertThatThrownBy(() -> tokens.filter(exchange, this::pass).block(LIMIT))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);

        assertThat(passed).hasNullValue();
    }

    private Mono<Void> pass(ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> passed.set(exchange));
    }

    private static DataBuffer buffer(int size) {
        return DefaultDataBufferFactory.sharedInstance.wrap("x".repeat(size).getBytes(StandardCharsets.US_ASCII));
    }
}
