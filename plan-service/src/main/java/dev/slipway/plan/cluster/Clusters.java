package dev.slipway.plan.cluster;

import static java.util.Objects.requireNonNull;

import dev.slipway.plan.cluster.spec.ClusterSpec;
import dev.slipway.plan.operation.JsonText;
import dev.slipway.plan.operation.OperationState;
import dev.slipway.plan.resource.ResourceNotFound;
import dev.slipway.toolkit.web.Cursor;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The clusters there are. */
@Repository
public class Clusters {
    private static final String SELECT = """
            select id, name, phase, spec::text as spec, package_id, deploy_plan_id, description, ssh_public_key, created_at, version from plan.clusters
            """;

    private final DatabaseClient database;
    private final JsonText json;

    Clusters(DatabaseClient database, JsonText json) {
        this.database = database;
        this.json = json;
    }

    /** Keeps a new cluster. */
    public Mono<Void> insert(Cluster cluster) {
        var plan = cluster.sources().deployPlan();
        return database.sql("""
                        insert into plan.clusters (id, name, phase, spec, package_id, deploy_plan_id, created_at, version)
                        values (:id, :name, :phase, cast(:spec as jsonb), :package, :plan, :createdAt, :version)
                        """)
                .bind("id", cluster.id())
                .bind("name", cluster.name())
                .bind("phase", cluster.phase().name())
                .bind("spec", requireNonNull(json.write(cluster.spec())))
                .bind("package", cluster.sources().offlinePackage())
                .bind("plan", plan == null ? Parameters.in(UUID.class) : plan)
                .bind("createdAt", cluster.createdAt())
                .bind("version", cluster.version())
                .then();
    }

    /** Finds one, or fails with the problem that says it is not there. */
    public Mono<Cluster> require(UUID id) {
        return find(id).switchIfEmpty(Mono.error(() -> new ResourceNotFound("cluster", id)));
    }

    /** Finds one. */
    public Mono<Cluster> find(UUID id) {
        return database.sql(SELECT + " where id = :id")
                .bind("id", id)
                .map(this::cluster)
                .one();
    }

    /** Tells whether a name is taken. */
    public Mono<Boolean> taken(String name) {
        return database.sql("select exists (select 1 from plan.clusters where name = :name) as taken")
                .bind("name", name)
                .map(row -> requireNonNull(row.get("taken", Boolean.class)))
                .one();
    }

    /** Names the cluster that has a machine, whatever the machine is registered as, or whose spec claims it. */
    public Mono<String> claiming(String address) {
        return database.sql("""
                        select c.name from plan.clusters c
                        where exists (select 1 from plan.cluster_nodes n
                                where n.cluster_id = c.id and n.address = :address)
                            or exists (select 1 from plan.host h where h.address = :address
                                and c.spec -> 'hosts' @> jsonb_build_array(jsonb_build_object('host', h.name)))
                        limit 1
                        """)
                .bind("address", address)
                .map(row -> requireNonNull(row.get("name", String.class)))
                .one();
    }

    /** Names the clusters that are made from a package or a deploy plan, or shall be of a registered host. */
    public Flux<String> madeFrom(UUID source) {
        return database.sql("""
                        select c.name from plan.clusters c
                        where c.package_id = :id or c.deploy_plan_id = :id or exists (select 1 from plan.host h
                            where h.id = :id and c.spec -> 'hosts' @> jsonb_build_array(jsonb_build_object('host', h.name)))
                        order by c.name
                        """)
                .bind("id", source)
                .map(row -> requireNonNull(row.get("name", String.class)))
                .all();
    }

    /** Finds the names of clusters made from a deploy plan whose operation has not ended. */
    public Flux<String> atWork(UUID deployPlan) {
        return database.sql("""
                        select c.name from plan.clusters c
                        where c.deploy_plan_id = :id and exists (select 1 from plan.operations o
                            where o.cluster_id = c.id and o.state = any(:states))
                        order by c.name
                        """)
                .bind("id", deployPlan)
                .bind("states", OperationState.open())
                .map(row -> requireNonNull(row.get("name", String.class)))
                .all();
    }

    /** Moves a cluster to a phase; one that is gone is left so. */
    public Mono<Void> enter(UUID id, ClusterPhase phase) {
        return database.sql("""
                        update plan.clusters set phase = :phase, version = version + 1
                        where id = :id and phase <> :phase
                        """).bind("id", id).bind("phase", phase.name()).then();
    }

    /** Makes a cluster that is being created Ready; false when it is not, as one that is being deleted. */
    public Mono<Boolean> publish(UUID id) {
        return database.sql("""
                        update plan.clusters set phase = 'READY',
                            version = version + case when phase = 'READY' then 0 else 1 end
                        where id = :id and phase in ('CREATING', 'READY')
                        """).bind("id", id).fetch().rowsUpdated().map(updated -> updated > 0);
    }

    /** Forgets a cluster and its nodes. */
    public Mono<Void> delete(UUID id) {
        return database.sql("delete from plan.clusters where id = :id")
                .bind("id", id)
                .then();
    }

    /** Changes what a cluster shall be, and is made from; false when the cluster changed meanwhile. */
    public Mono<Boolean> change(Cluster cluster, ClusterSpec spec, ClusterSources sources) {
        return database.sql("""
                        update plan.clusters set spec = cast(:spec as jsonb), package_id = :package, version = version + 1
                        where id = :id and version = :version
                        """)
                .bind("package", sources.offlinePackage())
                .bind("id", cluster.id())
                .bind("version", cluster.version())
                .bind("spec", requireNonNull(json.write(spec)))
                .fetch()
                .rowsUpdated()
                .map(updated -> updated > 0);
    }

    /** Notes something about a cluster, or nothing any more; false when the cluster changed meanwhile. */
    public Mono<Boolean> describe(Cluster cluster, @Nullable String description) {
        return database.sql("""
                        update plan.clusters set description = :description, version = version + 1
                        where id = :id and version = :version
                        """)
                .bind("description", description == null ? Parameters.in(String.class) : description)
                .bind("id", cluster.id())
                .bind("version", cluster.version())
                .fetch()
                .rowsUpdated()
                .map(updated -> updated > 0);
    }

    /** Makes a cluster again what it was to be before, while it is still to be what it was changed to. */
    public Mono<Void> takeBack(Cluster before, ClusterSpec changed) {
        return database.sql("""
                        update plan.clusters set spec = cast(:spec as jsonb), package_id = :package, version = version + 1
                        where id = :id and spec = cast(:changed as jsonb)
                        """)
                .bind("package", before.sources().offlinePackage())
                .bind("id", before.id())
                .bind("changed", requireNonNull(json.write(changed)))
                .bind("spec", requireNonNull(json.write(before.spec())))
                .then();
    }

    /** Keeps the public key of the hosts that will be made for a cluster. */
    public Mono<Void> keepSshKey(UUID id, String publicKey) {
        return database.sql("update plan.clusters set ssh_public_key = :key where id = :id")
                .bind("id", id)
                .bind("key", publicKey)
                .then();
    }

    /** Returns clusters whose name has this part, newest first, from after the cursor on. */
    public Flux<Cluster> list(@Nullable String name, @Nullable Cursor after, int limit) {
        return database.sql(SELECT + """
                        where (:name::text is null or position(:name in name) > 0)
                            and (:at::timestamptz is null or (created_at, id) < (:at, :id))
                        order by created_at desc, id desc limit :limit
                        """)
                .bind("name", name == null ? Parameters.in(String.class) : name)
                .bind("at", after == null ? Parameters.in(Instant.class) : after.at())
                .bind("id", after == null ? Parameters.in(UUID.class) : after.id())
                .bind("limit", limit)
                .map(this::cluster)
                .all();
    }

    private Cluster cluster(Readable row) {
        return new Cluster(
                requireNonNull(row.get("id", UUID.class)),
                requireNonNull(row.get("name", String.class)),
                ClusterPhase.valueOf(requireNonNull(row.get("phase", String.class))),
                requireNonNull(json.read(row.get("spec", String.class), ClusterSpec.class)),
                new ClusterSources(
                        requireNonNull(row.get("package_id", UUID.class)), row.get("deploy_plan_id", UUID.class)),
                row.get("description", String.class),
                row.get("ssh_public_key", String.class),
                requireNonNull(row.get("created_at", Instant.class)),
                requireNonNull(row.get("version", Long.class)));
    }
}
