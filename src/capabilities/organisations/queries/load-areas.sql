with written as (
  insert into organisations.area (code, level, name, full_name, name_folded, province_code, kind)
  select code, level, name, full_name, name_folded, province_code, kind
  from jsonb_populate_recordset(null::organisations.area, $rows::jsonb)
  on conflict (code) do update set name = excluded.name, full_name = excluded.full_name, name_folded = excluded.name_folded,
    province_code = excluded.province_code, kind = excluded.kind
  returning 1
)
select count(*) >= 0 as ok from written
