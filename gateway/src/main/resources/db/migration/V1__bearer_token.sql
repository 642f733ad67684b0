create table bearer_token (
    id uuid primary key,
    name text not null,
    token_sha256 char(64) not null unique,
    user_name text not null,
    roles text[] not null,
    created_at timestamptz not null,
    last_used_at timestamptz,
    version bigint not null
);

create index bearer_token_by_age on bearer_token (created_at desc, id desc);
