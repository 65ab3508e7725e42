select d.id, d.from_officer, d.to_officer, d.unit_id, d.role, d.starts_at, d.ends_at, d.reason, f.name as from_name, t.name as to_name
from identity.delegation d
join identity.officer f on f.id = d.from_officer
join identity.officer t on t.id = d.to_officer
where $officer::uuid in (d.from_officer, d.to_officer) and d.ended_at is null and d.ends_at > to_timestamp($now::double precision / 1000)
order by d.starts_at
