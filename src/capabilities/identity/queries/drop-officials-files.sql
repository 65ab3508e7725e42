-- Those that were handed in last stay.
delete from identity.officials_file where officer_id = $officer::uuid and id in (
  select id from identity.officials_file where officer_id = $officer::uuid and taken_at is null
  order by handed_in_at desc, id desc offset $most::integer)
returning id
