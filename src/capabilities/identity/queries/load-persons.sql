with written as (
  insert into identity.person (id, kind, personal_number, name, name_folded, birth_date, sex, phone, email, address, household,
    issuer_subject, created_at)
  select r.id, 'citizen', r.personal_number, r.name, r.name_folded, r.birth_date, r.sex, r.phone, r.email, r.address, r.household,
    r.issuer_subject, r.created_at
  from jsonb_populate_recordset(null::identity.person, $rows::jsonb) r
  on conflict do nothing
  returning 1
)
select count(*) >= 0 as ok from written
