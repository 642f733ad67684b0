package dev.slipway.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** On a request that no route has taken; RoutesIT has services that fail. */
class GatewayProblemsTest {
    private final GatewayProblems problems = new GatewayProblems();
    private final MockServerWebExchange exchange =
            MockServerWebExchange.from(MockServerHttpRequest.get("/api/v1/clusters"));

    @Test
    void namesNoServiceWhereNoneWasChosen() {
        assertThat(detail(problems.unreachable(new UnknownHostException("plan"), exchange)))
                .startsWith("The service does not answer;");
        assertThat(detail(problems.broken(new IOException("reset"), exchange)))
                .startsWith("The service broke the answer off;");
    }

    @Test
    void takesOnlyATimeoutForOne() {
        assertThat(answer(HttpStatus.GATEWAY_TIMEOUT).getStatusCode()).isEqualTo(HttpStatus.GATEWAY_TIMEOUT);
        assertThat(detail(Mono.just(answer(HttpStatus.GATEWAY_TIMEOUT)))).contains("took too long to answer");
        assertThat(answer(HttpStatus.NOT_FOUND).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(detail(Mono.just(answer(HttpStatus.NOT_FOUND)))).doesNotContain("took too long");
    }

    private ResponseEntity<Object> answer(HttpStatus status) {
        return entity(problems.handleResponseStatusException(
                new ResponseStatusException(status), HttpHeaders.EMPTY, status, exchange));
    }

    private static String detail(Mono<ResponseEntity<Object>> answer) {
        var body = (ProblemDetail) Objects.requireNonNull(entity(answer).getBody());
        return String.valueOf(body.getDetail());
    }

    private static ResponseEntity<Object> entity(Mono<ResponseEntity<Object>> answer) {
        return answer.blockOptional(Duration.ofMinutes(1)).orElseThrow();
    }
}
