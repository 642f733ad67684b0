create table plan.clusters (
    id uuid primary key,
    name text not null constraint clusters_name unique,
    phase text not null,
    spec jsonb not null,
    package_id uuid not null,
    deploy_plan_id uuid,
    ssh_public_key text,
    created_at timestamptz not null,
    version bigint not null default 0
);

create index clusters_package on plan.clusters (package_id);
create index clusters_deploy_plan on plan.clusters (deploy_plan_id);
create index clusters_newest on plan.clusters (created_at desc, id desc);

-- Nodes are written when hosts and addresses are reserved. A host and an address belong to one cluster at most.
create table plan.cluster_nodes (
    cluster_id uuid not null references plan.clusters (id) on delete cascade,
    name text not null,
    position integer not null,
    role text not null,
    zone text,
    address text not null,
    port integer not null,
    profile text not null,
    host_id uuid constraint cluster_nodes_host unique,
    host_key text,
    primary key (cluster_id, name),
    constraint cluster_nodes_address unique (zone, address)
);

-- The answer to a request that carried an Idempotency-Key, given again when the request is repeated.
create table plan.idempotency_keys (
    requester text not null,
    key text not null,
    fingerprint text not null,
    answer jsonb not null,
    created_at timestamptz not null,
    primary key (requester, key)
);
