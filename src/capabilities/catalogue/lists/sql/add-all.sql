insert into catalogue.listing (id, list, code, listed, from_day, decision, entered_by, entered_at)
select r.id, $list::text, r.code, $listed::boolean, $from_day::date, $decision::text, $by::uuid, $at::timestamptz
from jsonb_to_recordset($rows::jsonb) as r(id uuid, code text)
returning code
