insert into identity.officials_file (officer_id, id, name, content, handed_in_at)
values ($officer::uuid, $id::uuid, $name, $content::bytea, to_timestamp($now::double precision / 1000))
returning id
