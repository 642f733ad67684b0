package dev.slipway.plan.cluster;

import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.installation.HostProfile;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The nodes of all clusters; the database refuses a host or an address that another cluster has. */
@Repository
public class ClusterNodes {
    private final DatabaseClient database;

    ClusterNodes(DatabaseClient database) {
        this.database = database;
    }

    /** Returns the nodes of a cluster, control plane nodes first; a registered host may listen elsewhere by now. */
    public Flux<ClusterNode> of(UUID cluster) {
        return database.sql("""
                        select n.name, n.role, n.zone, n.address, coalesce(h.port, n.port) as port, n.profile,
                            n.host_id, case when h.id is null then n.host_key else h.host_key end as host_key
                        from plan.cluster_nodes n left join plan.host h on h.id = n.host_id
                        where n.cluster_id = :cluster order by n.position
                        """)
                .bind("cluster", cluster)
                .map(ClusterNodes::node)
                .all();
    }

    /** Keeps the nodes of a cluster in their order. */
    public Mono<Void> insert(UUID cluster, List<ClusterNode> nodes) {
        return Flux.range(0, nodes.size())
                .concatMap(position -> insert(cluster, position, nodes.get(position)))
                .then();
    }

    /** Pins the host key of a node if none is pinned, and returns the one that is pinned now. */
    public Mono<String> pin(UUID cluster, String node, String hostKey) {
        return database.sql("""
                        update plan.cluster_nodes set host_key = coalesce(host_key, :key)
                        where cluster_id = :cluster and name = :node returning host_key
                        """)
                .bind("cluster", cluster)
                .bind("node", node)
                .bind("key", hostKey)
                .map(row -> requireNonNull(row.get("host_key", String.class)))
                .one();
    }

    private Mono<Void> insert(UUID cluster, int position, ClusterNode node) {
        return database.sql("""
                        insert into plan.cluster_nodes
                            (cluster_id, name, position, role, zone, address, port, profile, host_id, host_key)
                        values (:cluster, :name, :position, :role, :zone, :address, :port, :profile, :host, :key)
                        """)
                .bind("cluster", cluster)
                .bind("name", node.name())
                .bind("position", position)
                .bind("role", node.role().name())
                .bind("zone", nullable(node.zone(), String.class))
                .bind("address", node.address())
                .bind("port", node.port())
                .bind("profile", node.profile().name())
                .bind("host", nullable(node.hostId(), UUID.class))
                .bind("key", nullable(node.hostKey(), String.class))
                .then();
    }

    private static ClusterNode node(Readable row) {
        return new ClusterNode(
                requireNonNull(row.get("name", String.class)),
                NodeRole.valueOf(requireNonNull(row.get("role", String.class))),
                row.get("zone", String.class),
                requireNonNull(row.get("address", String.class)),
                requireNonNull(row.get("port", Integer.class)),
                HostProfile.valueOf(requireNonNull(row.get("profile", String.class))),
                row.get("host_id", UUID.class),
                row.get("host_key", String.class));
    }

    private static Object nullable(@Nullable Object value, Class<?> type) {
        return value == null ? Parameters.in(type) : value;
    }
}
