package dev.slipway.gateway.route;

import dev.slipway.toolkit.web.ProblemResponses;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses a body that says it is too large at once, and cuts off one that does not say so. */
final class RequestSizeFilter implements WebFilter, Ordered {
    private final long limit;

    RequestSizeFilter(DataSize limit) {
        this.limit = limit.toBytes();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (request.getHeaders().getContentLength() > limit) {
            return refuse(exchange);
        }
        return chain.filter(exchange.mutate().request(counted(request)).build());
    }

    private Mono<Void> refuse(ServerWebExchange exchange) {
        return ProblemResponses.write(
                exchange,
                HttpStatus.CONTENT_TOO_LARGE,
                "content-too-large",
                "Content too large",
                TooLarge.detail(limit));
    }

    private ServerHttpRequest counted(ServerHttpRequest request) {
        var seen = new AtomicLong();
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return super.getBody().doOnNext(buffer -> count(buffer, seen));
            }
        };
    }

    private void count(DataBuffer buffer, AtomicLong seen) {
        if (seen.addAndGet(buffer.readableByteCount()) > limit) {
            DataBufferUtils.release(buffer);
            throw new TooLarge(limit);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }
}
