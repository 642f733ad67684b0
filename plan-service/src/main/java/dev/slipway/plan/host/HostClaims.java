package dev.slipway.plan.host;

import dev.slipway.plan.resource.Resources;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives hosts to clusters and takes them back: a host serves one cluster at a time. */
@Component
public class HostClaims {
    private final Resources<Host> hosts;
    private final DatabaseClient database;

    /** Works on these hosts. */
    public HostClaims(Resources<Host> hosts, DatabaseClient database) {
        this.hosts = hosts;
        this.database = database;
    }

    /** Gives all of the hosts to the cluster or, with {@link HostInUse}, none; may be repeated. */
    @Transactional
    public Mono<Void> claim(UUID clusterId, String clusterName, Collection<UUID> hostIds) {
        var wanted = Set.copyOf(hostIds);
        return atTheirAddresses(wanted)
                .collectList()
                .flatMapMany(hosts::lock)
                .collectList()
                .doOnNext(locked -> requireFree(clusterId, locked, wanted))
                .then(Mono.defer(() -> give(clusterId, clusterName, hostIds)));
    }

    /** A machine that is registered several times is one machine. */
    private Flux<UUID> atTheirAddresses(Set<UUID> wanted) {
        return database.sql("select id from host where address in (select address from host where id = any(:ids))")
                .bind("ids", wanted.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all();
    }

    private static void requireFree(UUID clusterId, List<Host> locked, Set<UUID> wanted) {
        var present = locked.stream().filter(host -> wanted.contains(host.id())).count();
        if (present < wanted.size()) {
            throw HostInUse.gone(wanted.size() - present);
        }
        var taken = locked.stream()
                .filter(host -> host.clusterId() != null && !host.clusterId().equals(clusterId))
                .map(Host::name)
                .sorted()
                .toList();
        if (!taken.isEmpty()) {
            throw HostInUse.claimed(taken);
        }
    }

    private Mono<Void> give(UUID clusterId, String clusterName, Collection<UUID> hostIds) {
        return database.sql("""
                update host set cluster_id = :cluster, cluster_name = :name, version = version + 1
                where id = any(:ids) and cluster_id is null
                """)
                .bind("cluster", clusterId)
                .bind("name", clusterName)
                .bind("ids", hostIds.toArray(UUID[]::new))
                .then();
    }

    /** Takes all hosts back from the cluster; none is fine. */
    public Mono<Void> release(UUID clusterId) {
        return database.sql("""
                update host set cluster_id = null, cluster_name = null, version = version + 1
                where cluster_id = :cluster
                """).bind("cluster", clusterId).then();
    }

    /** Returns the hosts of the cluster. */
    public Flux<Host> of(UUID clusterId) {
        return hosts.with("clusterId", clusterId);
    }

    /** Pins the SSH key of a host at first contact; returns the key that is pinned now, which may be an older one. */
    public Mono<String> pin(UUID hostId, String hostKey) {
        return database.sql("""
                update host set host_key = coalesce(host_key, :key), version = version + 1
                where id = :id returning host_key
                """)
                .bind("key", hostKey)
                .bind("id", hostId)
                .mapValue(String.class)
                .one();
    }
}
