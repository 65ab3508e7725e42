insert into signing.seal (id, unit_id, picture, sha256, added_at)
values ($id, $unit, $picture, $sha256, to_timestamp($at::double precision / 1000))
returning id
