select id, name, content, handed_in_at, taken_at, result from identity.officials_file
where officer_id = $officer::uuid and id = $id::uuid
