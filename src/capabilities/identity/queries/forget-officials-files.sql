delete from identity.officials_file where handed_in_at < to_timestamp($before::double precision / 1000) returning id
