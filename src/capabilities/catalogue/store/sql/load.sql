insert into catalogue.procedure (code, version, name, name_folded, field, levels, live, internal, national, definition, workflow, decisions, published_at,
  valid_from)
select r.code, r.version, r.name, r.name_folded, r.field, r.levels, r.live, r.internal, r.national, r.definition, r.workflow, r.decisions, r.published_at,
  r.valid_from
from jsonb_to_recordset($rows::jsonb) as r(code text, version integer, name text, name_folded text, field text, levels text, live boolean,
  internal boolean, national jsonb, definition jsonb, workflow text, decisions text, published_at timestamptz, valid_from date)
on conflict do nothing
returning code
