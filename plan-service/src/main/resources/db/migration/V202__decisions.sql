-- An operation that stopped at a step waits for a person, and may be paused, so there are more states it can be open in.
-- A deletion may wait (PENDING) while the operation it takes the place of comes to its end.
alter table plan.operations
    add column pause_requested boolean not null default false,
    add column rollback_from integer,
    add column spec jsonb,
    add column node_count integer not null default 0;

drop index plan.operations_one_at_a_time;
create unique index operations_one_at_a_time on plan.operations (cluster_id)
    where state in ('RUNNING', 'PAUSED', 'STOPPED', 'ROLLING_BACK');
create unique index operations_one_waits on plan.operations (cluster_id, kind) where state = 'PENDING';

-- Who decided what about an operation, and why. The id comes from the request, so that a repeat is kept once.
create table plan.operation_decisions (
    operation_id uuid not null references plan.operations (id),
    id text not null,
    step text,
    decision text not null,
    requested_by text not null,
    reason text,
    at timestamptz not null,
    primary key (operation_id, id)
);

-- Each try of a step by a worker; "number" counts them over retries by Temporal and by people.
create table plan.operation_attempts (
    operation_id uuid not null references plan.operations (id),
    step text not null,
    number integer not null,
    source text not null,
    source_attempt integer not null,
    worker text not null,
    begun_at timestamptz not null,
    primary key (operation_id, step, number),
    unique (operation_id, step, source, source_attempt)
);
