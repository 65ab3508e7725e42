with written as (
  insert into organisations.unit (id, key, code, code_inferred, name, short_name, kind, parent_id, admin_code, address, lat, lon,
    hours, valid_from, valid_to, successor_id)
  select r.id, r.key, r.code, coalesce(r.code_inferred, false), r.name, r.short_name, r.kind, r.parent_id, r.admin_code,
    coalesce(r.address, ''), r.lat, r.lon, coalesce(r.hours, 'office'), r.valid_from, r.valid_to, r.successor_id
  from jsonb_populate_recordset(null::organisations.unit, $rows::jsonb) r
  on conflict (key) do nothing
  returning 1
)
select count(*) >= 0 as ok from written
