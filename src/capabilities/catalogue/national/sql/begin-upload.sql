update catalogue.national_upload
set state = 'reading', begun_at = $at, tries = tries + 1
where id = (
  select id from catalogue.national_upload
  where state = 'waiting' or (state = 'reading' and begun_at < $abandoned::timestamptz)
  order by uploaded_at
  limit 1
  for update skip locked
)
returning id, name, list, details, uploaded_by, tries
