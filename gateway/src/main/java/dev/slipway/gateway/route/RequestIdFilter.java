package dev.slipway.gateway.route;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** Gives each request an id, the client's own when it is a decent one, tells it to all and logs the request with it. */
final class RequestIdFilter implements WebFilter, Ordered {
    static final String HEADER = "X-Request-Id";
    private static final Logger log = LoggerFactory.getLogger(RequestIdFilter.class);
    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var id = id(exchange.getRequest().getHeaders().getFirst(HEADER));
        var identified = exchange.mutate()
                .request(request -> request.headers(headers -> headers.set(HEADER, id)))
                .build();
        var response = identified.getResponse();
        response.getHeaders().set(HEADER, id);
        response.beforeCommit(
                () -> Mono.fromRunnable(() -> response.getHeaders().set(HEADER, id)));
        return chain.filter(identified).doFinally(signal -> log(identified, id, signal));
    }

    private static String id(@Nullable String given) {
        return given != null && DECENT.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    private static void log(ServerWebExchange exchange, String id, SignalType signal) {
        var path = exchange.getRequest().getPath().value();
        var level = path.startsWith("/actuator/") ? Level.DEBUG : Level.INFO;
        log.atLevel(level)
                .addKeyValue("request", id)
                .addKeyValue("method", exchange.getRequest().getMethod())
                .addKeyValue("path", path)
                .addKeyValue("status", exchange.getResponse().getStatusCode())
                .addKeyValue("end", signal)
                .log("Request answered");
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
