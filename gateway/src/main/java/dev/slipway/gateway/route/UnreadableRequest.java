package dev.slipway.gateway.route;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;

/** Gives the answer to what cannot be read as HTTP the form of all errors: it is refused before Spring hears of it. */
final class UnreadableRequest extends ChannelDuplexHandler {
    private boolean unreadable;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
            unreadable = true;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (unreadable && message instanceof FullHttpResponse answer) {
            describe(answer);
        }
        // Whoever writes hears of it by the promise.
        var _ = context.write(message, promise);
    }

    private static void describe(FullHttpResponse answer) {
        HttpResponseStatus status = answer.status();
        String body = """
            {"type":"urn:slipway:problem:%s","title":"%s","status":%d,"detail":"%s","errors":[]}\
            """.formatted(type(status), status.reasonPhrase(), status.code(), detail(status));
        answer.content().clear();
        ByteBufUtil.writeUtf8(answer.content(), body);
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.getBytes(StandardCharsets.UTF_8).length);
    }

    private static String type(HttpResponseStatus status) {
        return status.equals(HttpResponseStatus.BAD_REQUEST) ? "unreadable-request" : "too-large";
    }

    private static String detail(HttpResponseStatus status) {
        if (status.equals(HttpResponseStatus.REQUEST_URI_TOO_LONG)) {
            return "The address is too long; shorten it.";
        }
        return status.equals(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
                ? "The headers are too large; leave out those that are not needed."
                : "This is not a request of HTTP 1.1; send one, with a client that speaks it.";
    }
}
