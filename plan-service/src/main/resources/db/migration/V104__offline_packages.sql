create table offline_package (
    id uuid primary key,
    name text not null,
    url text not null unique,
    state text not null,
    message text not null,
    kubernetes_version text,
    architecture text,
    index_sha256 text,
    components jsonb not null,
    verified integer not null,
    total integer not null,
    checked_at timestamptz,
    created_at timestamptz not null,
    version bigint not null
);
create index offline_package_page on offline_package (created_at desc, id desc);
create index offline_package_state on offline_package (state);

-- Who verifies a package just now: a runner that stops renewing its lease is replaced by another one.
create table package_verification (
    package_id uuid primary key references offline_package (id) on delete cascade,
    runner uuid not null,
    renewed_at timestamptz not null
);
