-- The row that settings speak of: a name can be anybody's.
alter table bearer_token add column first_administrator boolean not null default false;

update bearer_token set first_administrator = true
where id = (
    select id from bearer_token
    where name = 'first-administrator' and 'ADMINISTRATOR' = any (roles)
    order by created_at, id
    limit 1);

create unique index bearer_token_first_administrator on bearer_token (first_administrator) where first_administrator;
