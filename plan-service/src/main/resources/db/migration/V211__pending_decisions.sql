-- A retry that changes the spec is written down before the operation hears of it: until the operation confirms it, it is
-- pending, with the cluster as it was, in case nothing comes of it.
alter table plan.operation_decisions
    add column pending boolean not null default false,
    add column undo jsonb;

create index operation_decisions_pending on plan.operation_decisions (at) where pending;
