package dev.slipway.toolkit.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Makes errors of filters problem+json too: they happen where no advice of controllers reaches. */
public final class ProblemErrors implements WebExceptionHandler, Ordered {
    private static final Logger log = LoggerFactory.getLogger(ProblemErrors.class);

    /** Before Spring Boot's own, which writes another form. */
    private static final int BEFORE_BOOT = -2;

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        return ProblemResponses.write(exchange, problem(exchange, failure));
    }

    private static ProblemDetail problem(ServerWebExchange exchange, Throwable failure) {
        if (failure instanceof ErrorResponse response) {
            return Problems.complete(response.getBody());
        }
        log.atError()
                .setCause(failure)
                .addKeyValue("path", exchange.getRequest().getPath().value())
                .log("Request failed unexpectedly");
        return failure instanceof DataAccessResourceFailureException ? Problems.noDatabase() : Problems.unforeseen();
    }

    @Override
    public int getOrder() {
        return BEFORE_BOOT;
    }
}
