-- When a post ends: on another day than before, or now. One that has not begun ends as it begins.
update identity.post p set valid_to = greatest(p.valid_from, to_timestamp(r.ends / 1000))
from jsonb_to_recordset($rows::jsonb) as r(id uuid, ends double precision)
where p.id = r.id
returning p.id
