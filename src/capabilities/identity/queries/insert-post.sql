insert into identity.post (id, officer_id, unit_id, role, valid_from, valid_to, given_by)
select $id::uuid, $officer::uuid, $unit::uuid, $role, to_timestamp($now::double precision / 1000),
  to_timestamp($until::double precision / 1000), $given_by::uuid
where not exists (
  select from identity.post
  where officer_id = $officer::uuid and unit_id = $unit::uuid and role = $role and (valid_to is null or valid_to > to_timestamp($now::double precision / 1000))
)
returning true as ok
