delete from identity.officials_file where officer_id = $officer::uuid and taken_at is null returning id
