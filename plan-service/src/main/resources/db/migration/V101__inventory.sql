create table credential (
    id uuid primary key,
    name text not null unique,
    username text not null,
    authentication text not null check (authentication in ('PASSWORD', 'PRIVATE_KEY')),
    created_at timestamptz not null,
    version bigint not null
);
create index credential_page on credential (created_at desc, id desc);

create table host (
    id uuid primary key,
    name text not null unique,
    address text not null,
    port integer not null check (port between 1 and 65535),
    credential_id uuid not null references credential (id),
    profile text not null check (profile in ('STANDARD', 'CONTAINER')),
    cluster_id uuid,
    cluster_name text,
    host_key text,
    created_at timestamptz not null,
    version bigint not null,
    constraint host_address_key unique (address, port)
);
create index host_page on host (created_at desc, id desc);
create index host_credential on host (credential_id);
create index host_cluster on host (cluster_id);

create table region (
    id uuid primary key,
    name text not null unique,
    kind text not null,
    container_hosts jsonb,
    created_at timestamptz not null,
    version bigint not null,
    constraint region_settings_of_its_kind check ((kind = 'CONTAINER_HOSTS') = (container_hosts is not null))
);
create index region_page on region (created_at desc, id desc);

create table zone (
    id uuid primary key,
    name text not null unique,
    region_id uuid not null references region (id),
    first_address text not null,
    last_address text not null,
    created_at timestamptz not null,
    version bigint not null
);
create index zone_page on zone (created_at desc, id desc);
create index zone_region on zone (region_id);

create table deploy_plan (
    id uuid primary key,
    name text not null unique,
    deploy_model text not null check (deploy_model in ('SINGLE_CONTROL_PLANE', 'HIGHLY_AVAILABLE')),
    region_id uuid not null references region (id),
    zone_ids uuid[] not null check (cardinality(zone_ids) > 0),
    control_plane_size jsonb not null,
    worker_size jsonb not null,
    created_at timestamptz not null,
    version bigint not null
);
create index deploy_plan_page on deploy_plan (created_at desc, id desc);
create index deploy_plan_region on deploy_plan (region_id);
create index deploy_plan_zones on deploy_plan using gin (zone_ids);
