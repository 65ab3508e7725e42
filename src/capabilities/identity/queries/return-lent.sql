-- What was lent from posts goes back with them; what was to be lent later never begins.
update identity.delegation d
set ended_at = case when to_timestamp(r.ends / 1000) <= greatest(to_timestamp($now::double precision / 1000), d.starts_at)
    then to_timestamp($now::double precision / 1000) else d.ended_at end,
  ends_at = case when to_timestamp(r.ends / 1000) > d.starts_at then least(d.ends_at, to_timestamp(r.ends / 1000)) else d.ends_at end
from jsonb_to_recordset($rows::jsonb) as r(officer uuid, unit uuid, role text, ends double precision)
where d.from_officer = r.officer and d.unit_id = r.unit and d.role = r.role and d.ended_at is null
  and d.ends_at > to_timestamp($now::double precision / 1000)
returning d.to_officer
