select id, officer_id, unit_id, role from identity.post
where id = $post::uuid and (valid_to is null or valid_to > to_timestamp($now::double precision / 1000))
