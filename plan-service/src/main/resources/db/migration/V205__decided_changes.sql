-- What a retry changed of the spec: [{field, before, after}].
alter table plan.operation_decisions add column changes jsonb;
