package dev.slipway.toolkit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Makes every error an answer of problem+json, with all broken rules in "errors". */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @Override
    protected Mono<ResponseEntity<Object>> handleWebExchangeBindException(
            WebExchangeBindException failure, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        return handleExceptionInternal(failure, Problems.invalid(Violations.of(failure)), headers, status, exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        return handleExceptionInternal(failure, Problems.invalid(Violations.of(failure)), headers, status, exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleServerWebInputException(
            ServerWebInputException failure, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        return handleExceptionInternal(failure, Problems.invalid(Violations.of(failure)), headers, status, exchange);
    }

    @ExceptionHandler
    Mono<ResponseEntity<Object>> stale(OptimisticLockingFailureException failure, ServerWebExchange exchange) {
        var problem = Problems.of(
                HttpStatus.CONFLICT,
                "changed-meanwhile",
                "Changed meanwhile",
                "Somebody else changed this meanwhile; read it again and repeat the change.",
                List.of());
        return answer(failure, problem, exchange);
    }

    @ExceptionHandler
    Mono<ResponseEntity<Object>> conflicting(DataIntegrityViolationException failure, ServerWebExchange exchange) {
        var problem = Problems.of(
                HttpStatus.CONFLICT,
                "conflict",
                "Conflict",
                "This contradicts what is stored: the name is taken, or something still refers to it. Read what is there now, and repeat the change.",
                List.of());
        return answer(failure, problem, exchange);
    }

    @ExceptionHandler
    Mono<ResponseEntity<Object>> noDatabase(DataAccessResourceFailureException failure, ServerWebExchange exchange) {
        log.atError().setCause(failure).log("Database does not answer; see whether it runs");
        return answer(failure, Problems.noDatabase(), exchange);
    }

    @ExceptionHandler
    Mono<ResponseEntity<Object>> unforeseen(Exception failure, ServerWebExchange exchange) {
        log.atError()
                .setCause(failure)
                .addKeyValue("method", exchange.getRequest().getMethod())
                .addKeyValue("path", exchange.getRequest().getPath().value())
                .log("Request failed unexpectedly");
        return answer(failure, Problems.unforeseen(), exchange);
    }

    private Mono<ResponseEntity<Object>> answer(Exception failure, ProblemDetail problem, ServerWebExchange exchange) {
        var status = HttpStatusCode.valueOf(problem.getStatus());
        return handleExceptionInternal(failure, problem, HttpHeaders.EMPTY, status, exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> createResponseEntity(
            @Nullable Object body, @Nullable HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        var completed = body instanceof ProblemDetail problem ? Problems.complete(problem) : body;
        return super.createResponseEntity(completed, headers, status, exchange);
    }
}
