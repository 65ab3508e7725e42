with written as (
  select audit.record(r.id, to_timestamp($now::double precision / 1000), $kind, $actor::uuid, r.unit, r.action, r.subject, r.home_unit,
    r.details, $request) is null as ok
  from jsonb_to_recordset($rows::jsonb) as r(id uuid, unit uuid, action text, subject text, home_unit uuid, details jsonb)
)
select bool_and(ok) as ok from written
