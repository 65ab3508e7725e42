insert into catalogue.national_item (list_id, code, change, name, live, record, differences, decision, outcome, decided_at)
select $list, r.code, r.change, r.name, r.live, r.record, r.differences, r.decision, r.outcome,
  case when r.decision is null then null else $at::timestamptz end
from jsonb_to_recordset($rows::jsonb) as r(code text, change text, name text, live boolean, record jsonb, differences jsonb,
  decision text, outcome text)
returning code
