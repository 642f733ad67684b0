package dev.slipway.plan.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.plan.RunningPlanService;
import dev.slipway.plan.credential.Logins;
import dev.slipway.plan.resource.Resources;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class HostClaimsIT extends RunningPlanService {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0g8E4mC1sWv0sQ8X1Zr0uJm0mYk0q3fQn0v0v0v0v0";
    private static int number;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final UUID cluster = UUID.randomUUID();
    private Host first;
    private Host second;

    @Autowired
    HostClaims claims;

    @Autowired
    Resources<Host> hosts;

    @Autowired
    Logins logins;

    @BeforeEach
    void prepare() {
        var name = "claim-" + ++number;
        post("credentials", Map.of("name", name, "username", "root", "password", "sesame"));
        post("hosts", Map.of("name", name + "-a", "address", "10.50." + number + ".1", "credential", name));
        post("hosts", Map.of("name", name + "-b", "address", "10.50." + number + ".2", "credential", name));
        first = hosts.named(name + "-a").block();
        second = hosts.named(name + "-b").block();
    }

    @Test
    void givesHostsToOneClusterAtATime() {
        claims.claim(cluster, "mine", List.of(first.id())).block();
        claims.claim(cluster, "mine", List.of(first.id())).block();

        assertThatThrownBy(() -> claims.claim(UUID.randomUUID(), "other", List.of(first.id(), second.id()))
                        .block())
                .isInstanceOf(HostInUse.class)
                .hasMessageContaining(first.name());
        assertThat(claims.of(cluster).map(Host::name).collectList().block()).containsExactly(first.name());
        assertThat(hosts.get(second.id()).block().clusterId()).isNull();

        claims.release(cluster).block();
        assertThat(claims.of(cluster).collectList().block()).isEmpty();
    }

    @Test
    void givesAMachineToOneClusterEvenWhenItIsRegisteredTwice() {
        var login = first.name().substring(0, first.name().length() - 2);
        post("hosts", Map.of("name", login + "-c", "address", first.address(), "port", 2222, "credential", login));
        var twin = hosts.named(login + "-c").block();
        claims.claim(cluster, "mine", List.of(first.id())).block();

        assertThatThrownBy(() -> claims.claim(UUID.randomUUID(), "other", List.of(twin.id()))
                        .block())
                .isInstanceOf(HostInUse.class)
                .hasMessageContaining(first.name());
        assertThat(hosts.get(twin.id()).block().clusterId()).isNull();
    }

    @Test
    void givesAHostToOneOfManyClustersThatAskAtOnce() {
        for (var round = 0; round < 15; round++) {
            var clusters = Stream.generate(UUID::randomUUID).limit(6).toList();

            var outcomes = Flux.fromIterable(clusters)
                    .flatMap(asking -> claims.claim(asking, "c-" + asking, orderedBy(asking))
                            .subscribeOn(Schedulers.parallel())
                            .thenReturn("won")
                            .onErrorResume(HostInUse.class, refused -> Mono.just("refused")))
                    .collectList()
                    .block(LIMIT);

            assertThat(outcomes).hasSize(6).containsOnlyOnce("won");
            assertThat(hosts.get(first.id()).block(LIMIT).clusterId())
                    .isNotNull()
                    .isEqualTo(hosts.get(second.id()).block(LIMIT).clusterId());
            Flux.fromIterable(clusters).concatMap(claims::release).blockLast(LIMIT);
            assertThat(hosts.get(first.id()).block(LIMIT).clusterId()).isNull();
        }
    }

    /** Each asks in another order, which is how two that wait for each other never end. */
    private List<UUID> orderedBy(UUID asking) {
        return asking.hashCode() % 2 == 0 ? List.of(first.id(), second.id()) : List.of(second.id(), first.id());
    }

    @Test
    void givesNoHostWhenOneOfThemIsGone() {
        var gone = List.of(first.id(), UUID.randomUUID());

        assertThatThrownBy(() -> claims.claim(cluster, "mine", gone).block(LIMIT))
                .isInstanceOf(HostInUse.class)
                .hasMessageContaining("1 of the hosts were deleted meanwhile");

        assertThat(claims.of(cluster).collectList().block(LIMIT)).isEmpty();
    }

    @Test
    void keepsAHostInUseAsItIs() {
        claims.claim(cluster, "mine", List.of(first.id())).block();
        var path = "/api/v1/hosts/" + first.id();
        var credential = first.name().substring(0, first.name().length() - 2);

        user().get().uri(path).exchange().expectBody().jsonPath("$.cluster").isEqualTo("mine");
        user().delete().uri(path).exchange().expectStatus().isEqualTo(409);
        user().put()
                .uri(path)
                .bodyValue(Map.of("name", "new-name", "address", first.address(), "credential", credential))
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        user().put()
                .uri(path)
                .bodyValue(Map.of(
                        "name", first.name(), "address", first.address(), "port", 2222, "credential", credential))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void pinsTheFirstKeyAHostShows() {
        assertThat(claims.pin(first.id(), KEY).block()).isEqualTo(KEY);
        assertThat(claims.pin(first.id(), "ssh-ed25519 BBBB").block()).isEqualTo(KEY);

        user().get()
                .uri("/api/v1/hosts/" + first.id())
                .exchange()
                .expectBody()
                .jsonPath("$.hostKey")
                .value(String.class, shown -> assertThat(shown).startsWith("SHA256:"));
    }

    @Test
    void opensTheCredentialOfAHost() {
        var login = logins.of(first.credentialId()).block();

        assertThat(login.username()).isEqualTo("root");
        assertThat(login.password()).isEqualTo("sesame");
        assertThat(login.privateKey()).isNull();
        assertThat(login).asString().doesNotContain("sesame");
    }

    private void post(String collection, Map<String, Object> body) {
        user().post()
                .uri("/api/v1/" + collection)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated();
    }
}
