-- What was lent goes back with the role it was lent from.
update identity.delegation set ended_at = to_timestamp($now::double precision / 1000)
where from_officer = $officer::uuid and unit_id = $unit::uuid and role = $role and ended_at is null and ends_at > to_timestamp($now::double precision / 1000)
returning to_officer
