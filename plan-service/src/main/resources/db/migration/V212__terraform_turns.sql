-- Whose turn it is at a cluster's Terraform state: the try of a step that Temporal gave out last. Those before it are
-- told from it by their number, or by their run, which never comes again. A cluster that is gone has no turns.
create table plan.terraform_turn (
    cluster_id uuid primary key references plan.clusters (id) on delete cascade,
    run text not null,
    attempt integer not null,
    past text[] not null default '{}'
);

-- The try that holds a lock; nothing for one of a worker that does not say.
alter table plan.terraform_lock
    add column run text,
    add column attempt integer;
