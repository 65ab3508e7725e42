-- One post, or with no post named all of the officer.
update identity.post set valid_to = to_timestamp($now::double precision / 1000)
where officer_id = $officer::uuid and ($post::uuid is null or id = $post::uuid)
  and (valid_to is null or valid_to > to_timestamp($now::double precision / 1000))
returning id, unit_id, role
