package dev.slipway.plan.address;

import dev.slipway.plan.ipv4.AddressUse;
import dev.slipway.plan.ipv4.AddressUsers;
import dev.slipway.plan.ipv4.Ipv4;
import dev.slipway.plan.reference.Reference;
import dev.slipway.plan.reference.References;
import dev.slipway.plan.zone.Zone;
import dev.slipway.plan.zone.ZoneResidents;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table of reservations. */
@Component
class ReservationRows implements References, ZoneResidents, AddressUsers {
    private final DatabaseClient database;

    ReservationRows(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(UUID clusterId, Zone zone, Reservation reservation, Instant now) {
        return database.sql("""
                insert into address_reservation (region_id, address, zone_id, cluster_id, host_name, reserved_at)
                values (:region, :address, :zone, :cluster, :host, :at)
                """)
                .bind("region", zone.regionId())
                .bind("address", reservation.address())
                .bind("zone", zone.id())
                .bind("cluster", clusterId)
                .bind("host", reservation.host())
                .bind("at", now)
                .then();
    }

    Flux<Reservation> of(UUID clusterId) {
        return database.sql("""
                select host_name as host, zone_id, address from address_reservation
                where cluster_id = :cluster order by host_name
                """)
                .bind("cluster", clusterId)
                .mapProperties(Reservation.class)
                .all();
    }

    Flux<Ipv4> inRegion(UUID regionId) {
        return addresses("select address from address_reservation where region_id = :id", regionId);
    }

    @Override
    public Flux<Ipv4> addresses(UUID zoneId) {
        return addresses("select address from address_reservation where zone_id = :id order by address", zoneId);
    }

    private Flux<Ipv4> addresses(String sql, UUID id) {
        return database.sql(sql).bind("id", id).mapValue(String.class).all().map(Ipv4::of);
    }

    @Override
    public Flux<Reference> to(UUID id) {
        return database.sql("""
                select host_name, address, lock_id from address_reservation where zone_id = :id order by host_name
                """).bind("id", id).map(ReservationRows::reference).all();
    }

    @Override
    public Flux<AddressUse> uses() {
        return database.sql("select host_name, address, lock_id from address_reservation")
                .map(row -> new AddressUse(
                        AddressUse.Kind.NODE, user(row), Ipv4.of(String.valueOf(row.get("address", String.class)))))
                .all();
    }

    private static Reference reference(Readable row) {
        return row.get("lock_id") == null
                ? new Reference("node", text(row, "host_name"))
                : new Reference("locked address", text(row, "address"));
    }

    private static String user(Readable row) {
        var node = "node " + text(row, "host_name");
        return row.get("lock_id") == null ? node : node + ", which was left behind";
    }

    private static String text(Readable row, String column) {
        return String.valueOf(row.get(column, String.class));
    }

    Mono<Void> delete(UUID clusterId) {
        return database.sql("delete from address_reservation where cluster_id = :cluster and lock_id is null")
                .bind("cluster", clusterId)
                .then();
    }
}
