-- What the workers were asked for. A retry asks anew; an order that is still the same is not written again.
create table plan.operation_orders (
    operation_id uuid not null references plan.operations (id),
    number integer not null,
    at timestamptz not null,
    provisioning jsonb,
    installation jsonb,
    primary key (operation_id, number)
);

-- "order_number" is the order a step was last given, "output" what it gave.
alter table plan.operation_steps
    add column order_number integer,
    add column output jsonb;

-- How a try ended. A worker that dies tells nothing, so the end of a try may stay unknown.
alter table plan.operation_attempts
    add column ended_at timestamptz,
    add column state text,
    add column failure jsonb;
