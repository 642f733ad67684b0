package dev.slipway.gateway.route;

import dev.slipway.toolkit.web.ProblemAdvice;
import dev.slipway.toolkit.web.ProblemException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Says which service did not answer, and what to do about it. */
@RestControllerAdvice
class GatewayProblems extends ProblemAdvice {
    @ExceptionHandler({ConnectException.class, UnknownHostException.class})
    Mono<ResponseEntity<Object>> unreachable(Exception failure, ServerWebExchange exchange) {
        var detail = service(exchange) + " does not answer; see with \"slipway status\" whether it runs.";
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", "Service unavailable", detail, exchange);
    }

    @ExceptionHandler(IOException.class)
    Mono<ResponseEntity<Object>> broken(IOException failure, ServerWebExchange exchange) {
        var detail = service(exchange) + " broke the answer off; try again, and see its log if this goes on.";
        return answer(HttpStatus.BAD_GATEWAY, "bad-gateway", "Bad gateway", detail, exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleResponseStatusException(
            ResponseStatusException failure, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        if (!HttpStatus.GATEWAY_TIMEOUT.equals(status)) {
            return super.handleResponseStatusException(failure, headers, status, exchange);
        }
        var detail = service(exchange) + " took too long to answer; try again, and see its log if this goes on.";
        return answer(HttpStatus.GATEWAY_TIMEOUT, "gateway-timeout", "Gateway timeout", detail, exchange);
    }

    private Mono<ResponseEntity<Object>> answer(
            HttpStatus status, String type, String title, String detail, ServerWebExchange exchange) {
        var problem = new ProblemException(status, type, title, detail, List.of());
        return handleErrorResponseException(problem, HttpHeaders.EMPTY, status, exchange);
    }

    private static String service(ServerWebExchange exchange) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return route == null
                ? "The service"
                : String.valueOf(route.getMetadata().get(InternalTokenFilter.AUDIENCE));
    }
}
