-- A run on a cluster. It outlives the cluster, so the cluster's id is no foreign key.
create table plan.operations (
    id uuid primary key,
    cluster_id uuid not null,
    cluster_name text not null,
    kind text not null,
    state text not null,
    requested_by text not null,
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    failure jsonb,
    changes jsonb,
    revision bigint not null default 1,
    lines bigint not null default 0
);

create unique index operations_one_at_a_time on plan.operations (cluster_id) where state in ('PENDING', 'RUNNING');
create index operations_newest on plan.operations (created_at desc, id desc);
create index operations_of_cluster on plan.operations (cluster_id, created_at desc);

create table plan.operation_steps (
    operation_id uuid not null references plan.operations (id),
    step text not null,
    position integer not null,
    state text not null,
    attempts integer not null default 0,
    started_at timestamptz,
    ended_at timestamptz,
    worker text,
    failure jsonb,
    revision bigint not null default 1,
    primary key (operation_id, step)
);

-- "number" is gapless per operation; (step, attempt, line) is what the worker counts, so that a repeat is found.
create table plan.operation_log (
    operation_id uuid not null references plan.operations (id),
    number bigint not null,
    step text not null,
    attempt integer not null,
    line bigint not null,
    host text,
    at timestamptz not null,
    text text not null,
    primary key (operation_id, number),
    unique (operation_id, step, attempt, line)
);
