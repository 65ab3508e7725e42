insert into identity.delegation (id, from_officer, to_officer, unit_id, role, starts_at, ends_at, reason, given_by)
values ($id::uuid, $from::uuid, $to::uuid, $unit::uuid, $role, to_timestamp($starts_at::double precision / 1000),
  to_timestamp($ends_at::double precision / 1000), $reason, $from::uuid)
returning true as ok
