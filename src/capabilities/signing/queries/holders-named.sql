select holder_id::text as holder from (
  select distinct on (holder_id) holder_id, valid_to from signing.certificate
  where holder_kind = $kind and holder_id = any ($holders::uuid[])
  order by holder_id, added_at desc, id desc
) newest
where valid_to > to_timestamp($now::double precision / 1000)
