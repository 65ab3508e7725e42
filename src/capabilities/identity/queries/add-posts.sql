insert into identity.post (id, officer_id, unit_id, role, valid_from, valid_to, given_by)
select r.id, r.officer, r.unit, r.role, to_timestamp(r.begins / 1000), to_timestamp(r.ends / 1000), $given_by::uuid
from jsonb_to_recordset($rows::jsonb) as r(id uuid, officer uuid, unit uuid, role text, begins double precision, ends double precision)
returning id
