package dev.slipway.plan;

import dev.slipway.toolkit.postgres.PostgresExtension;
import dev.slipway.toolkit.token.TestKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.DefaultUriBuilderFactory;

/**
 * The whole service on a real database, and clients as the gateway and the workers are. It is started once for all
 * classes, each of which finds it empty.
 */
@SpringBootTest(classes = PlanApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestExecutionListeners(listeners = EmptiedService.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public abstract class RunningPlanService {
    protected static final TestKeys KEYS = TestKeys.create("gateway", "provisioning-worker", "install-worker");
    protected static final Path FOLDER = folder();

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        new PostgresExtension().register(registry);
        registry.add("spring.temporal.test-server.enabled", () -> true);
        registry.add("slipway.security.trusted-keys", KEYS::trustedKeys);
        registry.add("slipway.secrets.key-file", () -> FOLDER.resolve("secrets.json"));
        registry.add("slipway.packages.trusted-keys", () -> FOLDER.resolve("packages"));
        registry.add("slipway.packages.networks", () -> "127.0.0.1/32");
        registry.add("slipway.packages.pick-up-interval", () -> "100ms");
        registry.add("slipway.packages.probe-interval", () -> "500ms");
        registry.add("slipway.packages.patience", () -> "2s");
        registry.add("slipway.packages.lease", () -> "2s");
    }

    protected final WebTestClient user() {
        return client(token("gateway", Map.of("roles", List.of())));
    }

    protected final WebTestClient administrator() {
        return client(token("gateway", Map.of("roles", List.of("ADMINISTRATOR"))));
    }

    protected final WebTestClient client(String token) {
        return WebTestClient.bindToServer()
                .uriBuilderFactory(new DefaultUriBuilderFactory("http://localhost:" + port))
                .defaultHeader("Authorization", "Bearer " + token)
                .responseTimeout(Duration.ofMinutes(2))
                .build();
    }

    protected static String token(String service, Map<String, Object> claims) {
        return KEYS.issuer(service, Clock.systemUTC()).issue("plan-service", "somebody", Duration.ofHours(1), claims);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("plan-service");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
