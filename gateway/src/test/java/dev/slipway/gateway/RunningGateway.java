package dev.slipway.gateway;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.slipway.gateway.token.TokenFixtures;
import dev.slipway.toolkit.port.FreePort;
import dev.slipway.toolkit.postgres.PostgresExtension;
import dev.slipway.toolkit.token.TestKeys;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole gateway on a real database, before a stub of plan-service; one for all tests that extend it. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.cloud.gateway.server.webflux.httpclient.response-timeout=5s",
            "slipway.gateway.request-limit=10KB"
        })
public abstract class RunningGateway {
    protected static final TestKeys KEYS = TestKeys.create("gateway");

    /** Its port stays the same when a test stops it and starts it again. */
    protected static final WireMockServer PLAN_SERVICE = new WireMockServer(
            options().bindAddress("127.0.0.1").port(FreePort.find()).gzipDisabled(true));

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    static {
        PLAN_SERVICE.start();
    }

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        POSTGRES.register(registry);
        registry.add("slipway.plan-service.url", PLAN_SERVICE::baseUrl);
        registry.add("slipway.token.key", () -> KEYS.privateKey("gateway"));
        registry.add("slipway.gateway.first-administrator.token-sha256", () -> TokenFixtures.ADMINISTRATOR.sha256());
    }

    @BeforeEach
    void forgetStubs() {
        PLAN_SERVICE.resetAll();
    }

    /** Returns where the gateway listens. */
    protected final int port() {
        return port;
    }

    /** Returns a client without a token. */
    protected final WebTestClient anonymous() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofMinutes(1))
                .build();
    }

    /** Returns a client with a token. */
    protected final WebTestClient with(String token) {
        return anonymous()
                .mutate()
                .defaultHeaders(headers -> headers.setBearerAuth(token))
                .build();
    }

    /** Returns a client of the first administrator. */
    protected final WebTestClient administrator() {
        return with(TokenFixtures.ADMINISTRATOR.text());
    }
}
