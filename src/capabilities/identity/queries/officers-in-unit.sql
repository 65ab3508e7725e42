select o.id, o.name, o.title, o.email, o.active, o.version, p.role, p.post, p.on_behalf_of, p.until
from identity.officer o
join (
  select officer_id, role, id as post, null::uuid as on_behalf_of, valid_to as until from identity.post
  where unit_id = $unit::uuid and valid_from <= to_timestamp($now::double precision / 1000) and (valid_to is null or valid_to > to_timestamp($now::double precision / 1000))
  union all
  select to_officer, role, null, from_officer, ends_at from identity.delegation
  where unit_id = $unit::uuid and starts_at <= to_timestamp($now::double precision / 1000) and ends_at > to_timestamp($now::double precision / 1000) and ended_at is null
) p on p.officer_id = o.id
where o.active and ($role::text is null or p.role = $role::text)
