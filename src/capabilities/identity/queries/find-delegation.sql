select id, from_officer, to_officer, unit_id, role, starts_at, ends_at, reason from identity.delegation
where id = $delegation::uuid and ended_at is null and ends_at > to_timestamp($now::double precision / 1000)
for update
