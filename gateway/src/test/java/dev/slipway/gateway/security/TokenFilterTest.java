package dev.slipway.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gateway.token.TokenFixtures;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;

class TokenFilterTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final FailedAttempts attempts =
            new FailedAttempts(new FailedAttemptsProperties(2, Duration.ofMinutes(1)), Clock.systemUTC());
    private final TokenFilter filter =
            new TokenFilter(new TokenAuthentication(new InMemoryTokens().tokens(), Clock.systemUTC()), attempts);
    private final AtomicInteger passed = new AtomicInteger();

    @Test
    void refusesMoreWrongTokensOfAnAddressThatShowedTooMany() {
        assertThat(statusAfter("Bearer wrong")).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(statusAfter("Bearer wrong")).isEqualTo(HttpStatus.UNAUTHORIZED);

        assertThat(statusAfter("Bearer wrong")).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(passed).hasValue(0);
    }

    @Test
    void letsAKnownTokenInFromAnAddressWhereAnotherProgramShowsWrongOnes() {
        statusAfter("Bearer wrong");
        statusAfter("Bearer wrong");
        statusAfter("Bearer wrong");

        statusAfter("Bearer " + TokenFixtures.ADMINISTRATOR.text());

        assertThat(passed).hasValue(1);
    }

    @Test
    void letsRequestsWithoutATokenOnToTheRules() {
        statusAfter(null);

        assertThat(passed).hasValue(1);
    }

    @Test
    void letsAKnownTokenIn() {
        statusAfter("Bearer " + TokenFixtures.ADMINISTRATOR.text());

        assertThat(passed).hasValue(1);
    }

    @Test
    void opensHealthToThisMachineOnly() {
        assertThat(healthFrom(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 1)))
                .isTrue();
        assertThat(healthFrom(new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 1)))
                .isFalse();
        assertThat(healthFrom(InetSocketAddress.createUnresolved("localhost", 1)))
                .isFalse();
    }

    private static boolean healthFrom(InetSocketAddress client) {
        var exchange = MockServerWebExchange.from(
                MockServerHttpRequest.get("/actuator/health").remoteAddress(client));
        return SecurityConfiguration.fromThisMachine(Mono.empty(), new AuthorizationContext(exchange))
                .blockOptional(LIMIT)
                .orElseThrow()
                .isGranted();
    }

    private HttpStatus statusAfter(String authorization) {
        var request =
                MockServerHttpRequest.get("/api/v1/session").remoteAddress(new InetSocketAddress("192.0.2.1", 4711));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        var exchange = MockServerWebExchange.from(request);
        filter.filter(exchange, admitted -> Mono.fromRunnable(passed::incrementAndGet))
                .block(LIMIT);
        return (HttpStatus) exchange.getResponse().getStatusCode();
    }
}
