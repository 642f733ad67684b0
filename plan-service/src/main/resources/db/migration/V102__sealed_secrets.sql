create table sealed_secret (
    owner_kind text not null,
    owner_id uuid not null,
    name text not null,
    key_id bigint not null,
    sealed bytea not null,
    sealed_at timestamptz not null,
    primary key (owner_kind, owner_id, name)
);
create index sealed_secret_key on sealed_secret (key_id);
