package dev.slipway.plan.cluster.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.cluster.ClusterFixtures;
import dev.slipway.plan.cluster.ClusterNode;
import dev.slipway.plan.cluster.ClusterNodes;
import dev.slipway.plan.cluster.ClusterSources;
import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.cluster.lifecycle.RunningLifecycle;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.cluster.supply.Unavailable;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

class ReservationsIT extends RunningLifecycle {
    @Autowired
    private Clusters clusters;

    @Autowired
    private ClusterNodes nodes;

    @Autowired
    private Reservations reservations;

    @Test
    void reservesOnceHoweverOftenItIsAsked() {
        var cluster = accepted(ClusterFixtures.named(ClusterFixtures.automatic(), "once"));
        reservations.reserve(cluster).block();
        var first = nodes.of(cluster).collectList().block();
        var key = clusters.require(cluster).block().sshPublicKey();

        reservations.reserve(cluster).block();

        assertThat(nodes.of(cluster).collectList().block()).isEqualTo(first).hasSize(2);
        assertThat(clusters.require(cluster).block().sshPublicKey())
                .isEqualTo(key)
                .startsWith("ssh-ed25519 ");
        reservations.release(cluster).block();
        reservations.release(cluster).block();
        assertThat(rows("select 1 from plan.address_reservation where cluster_id = '" + cluster + "'"))
                .isZero();
    }

    @Test
    void givesNoAddressTwiceWhenManyReserveAtOnce() {
        var wanted = IntStream.range(0, 8)
                .mapToObj(number -> accepted(ClusterFixtures.named(ClusterFixtures.automatic(), "crowd-" + number)))
                .toList();

        Flux.fromIterable(wanted).flatMap(reservations::reserve, 8).blockLast();

        assertThat(Flux.fromIterable(wanted)
                        .flatMap(nodes::of)
                        .map(ClusterNode::address)
                        .collectList()
                        .block())
                .hasSize(16)
                .doesNotHaveDuplicates();
        Flux.fromIterable(wanted).concatMap(reservations::release).blockLast();
    }

    @Test
    void reservesNothingWhenAHostWasTakenMeanwhile() {
        var winner = accepted(ClusterFixtures.named(ClusterFixtures.manual(), "winner"));
        var loser = accepted(ClusterFixtures.named(ClusterFixtures.manual(), "loser"));
        reservations.reserve(winner).block();

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> reservations.reserve(loser).block())
                .withMessageContaining("host-1");

        assertThat(nodes.of(loser).collectList().block()).isEmpty();
        reservations.release(loser).block();
        reservations.release(winner).block();
        assertThat(rows("select 1 from plan.host where cluster_id is not null")).isZero();
    }

    private UUID accepted(ClusterDraft draft) {
        var automatic = draft.deployPlan() != null;
        var sources = new ClusterSources(
                id("select id from plan.offline_package"), automatic ? id("select id from plan.deploy_plan") : null);
        var cluster =
                Cluster.creating(UUID.randomUUID(), draft.toSpec(), sources, Instant.parse("2026-01-01T00:00:00Z"));
        clusters.insert(cluster).block();
        return cluster.id();
    }

    private UUID id(String sql) {
        return database.sql(sql).mapValue(UUID.class).first().block();
    }
}
