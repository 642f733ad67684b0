create table terraform_lock (
    cluster_id uuid primary key,
    lock_id text not null,
    info text not null,
    locked_at timestamptz not null
);
