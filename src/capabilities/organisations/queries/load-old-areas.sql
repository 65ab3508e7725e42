with written as (
  insert into organisations.old_area (old_province_code, old_district_code, old_ward_code, old_ward, new_province_code, new_commune_code, split)
  select old_province_code, old_district_code, old_ward_code, old_ward, new_province_code, new_commune_code, split
  from jsonb_populate_recordset(null::organisations.old_area, $rows::jsonb)
  on conflict do nothing
  returning 1
)
select count(*) >= 0 as ok from written
