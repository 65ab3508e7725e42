select id, unit_id, role, valid_to from identity.post
where officer_id = $officer::uuid and (valid_to is null or valid_to > to_timestamp($now::double precision / 1000))
order by valid_from
