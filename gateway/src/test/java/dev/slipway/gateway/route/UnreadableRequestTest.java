package dev.slipway.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UnreadableRequestTest {
    private final EmbeddedChannel channel = new EmbeddedChannel(new UnreadableRequest());

    @Test
    void aRequestThatCannotBeReadIsAnsweredWithAProblem() {
        receive(DecoderResult.failure(new IllegalArgumentException("no method")));

        assertThat(answer(HttpResponseStatus.REQUEST_URI_TOO_LONG))
                .contains("urn:slipway:problem:too-large", "\"status\":414", "shorten it");
        assertThat(answer(HttpResponseStatus.BAD_REQUEST)).contains("urn:slipway:problem:unreadable-request");
    }

    @Test
    void theAnswerToARequestIsLeftAsItIs() {
        receive(DecoderResult.SUCCESS);

        assertThat(answer(HttpResponseStatus.OK)).isEmpty();
    }

    private void receive(DecoderResult result) {
        var request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        request.setDecoderResult(result);
        channel.writeInbound(request);
    }

    private String answer(HttpResponseStatus status) {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.buffer()));
        FullHttpResponse written = channel.readOutbound();
        assertThat(written.headers().getInt("Content-Length", 0))
                .isEqualTo(written.content().readableBytes());
        return written.content().toString(StandardCharsets.UTF_8);
    }
}
