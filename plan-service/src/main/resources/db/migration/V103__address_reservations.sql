create table address_reservation (
    region_id uuid not null references region (id),
    address text not null,
    zone_id uuid not null references zone (id),
    cluster_id uuid not null,
    host_name text not null,
    reserved_at timestamptz not null,
    primary key (region_id, address),
    constraint address_reservation_host unique (cluster_id, host_name)
);
create index address_reservation_zone on address_reservation (zone_id);
