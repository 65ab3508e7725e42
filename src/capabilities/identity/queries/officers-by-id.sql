select o.id, o.name, p.unit_id as unit
from identity.officer o
join identity.post p on p.officer_id = o.id and p.role = any ($roles::text[])
  and (p.valid_to is null or p.valid_to > to_timestamp($now::double precision / 1000))
where o.id = any ($ids::uuid[]) and o.active
order by o.name_folded, o.id
