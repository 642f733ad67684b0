-- What was foretold when an operation began, from the operations before it.
alter table plan.operations add column forecast jsonb;

create index operations_succeeded on plan.operations (kind, ended_at desc) where state = 'SUCCEEDED';
