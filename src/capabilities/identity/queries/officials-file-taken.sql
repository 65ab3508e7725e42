-- Taken once: the second press finds nothing left to do.
update identity.officials_file set taken_at = to_timestamp($now::double precision / 1000), content = null, result = $result::jsonb
where officer_id = $officer::uuid and id = $id::uuid and taken_at is null
returning id
