package dev.slipway.toolkit.web;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems where no controller is involved: in filters, before and around the handlers. */
public final class ProblemResponses {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private ProblemResponses() {}

    /** Answers 401 to who shows no valid token. */
    public static ServerAuthenticationEntryPoint unauthenticated() {
        return (exchange, failure) -> {
            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            return write(
                    exchange,
                    HttpStatus.UNAUTHORIZED,
                    "unauthenticated",
                    "Unauthenticated",
                    "Send a valid token in the header Authorization: Bearer <token>.");
        };
    }

    /** Answers 403 to who may not do this. */
    public static ServerAccessDeniedHandler forbidden() {
        return (exchange, failure) -> write(
                exchange,
                HttpStatus.FORBIDDEN,
                "forbidden",
                "Forbidden",
                "This token does not allow the request; use one that does, or ask an administrator.");
    }

    /** Answers 400 to a request that is looked at no further, as it could be read in two ways. */
    public static ServerExchangeRejectedHandler rejected() {
        return (exchange, failure) -> write(
                exchange,
                HttpStatus.BAD_REQUEST,
                InvalidRequest.TYPE,
                InvalidRequest.TITLE,
                "The path or a header has characters that may not stand there, such as ; or //; leave them out.");
    }

    /** Writes a problem as the whole answer. */
    public static Mono<Void> write(
            ServerWebExchange exchange, HttpStatus status, String type, String title, String detail) {
        return write(exchange, Problems.of(status, type, title, detail, List.of()));
    }

    static Mono<Void> write(ServerWebExchange exchange, ProblemDetail problem) {
        problem.setInstance(URI.create(exchange.getRequest().getPath().value()));
        var response = exchange.getResponse();
        response.setRawStatusCode(problem.getStatus());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var body = response.bufferFactory().wrap(JSON.writeValueAsBytes(problem));
        return response.writeWith(Mono.just(body));
    }
}
