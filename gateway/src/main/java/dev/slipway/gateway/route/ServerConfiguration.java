package dev.slipway.gateway.route;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

/** What the HTTP server itself does before a request is one of Spring's. */
@Configuration
class ServerConfiguration {
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> unreadableRequests() {
        return factory -> factory.addServerCustomizers(
                server -> server.doOnChannelInit((observer, channel, remote) -> channel.pipeline()
                        .addBefore(NettyPipeline.HttpTrafficHandler, "unreadableRequest", new UnreadableRequest())));
    }
}
