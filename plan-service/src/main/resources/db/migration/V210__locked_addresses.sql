-- An address whose host was left behind outlives its cluster: nobody gets it until a person releases it.
alter table plan.address_reservation
    add column lock_id uuid unique,
    add column locked_at timestamptz,
    add column locked_for text,
    add column lock_reason text,
    add constraint address_reservation_lock check (
        (lock_id is null) = (locked_at is null)
        and (lock_id is null) = (locked_for is null)
        and (lock_id is null) = (lock_reason is null));
