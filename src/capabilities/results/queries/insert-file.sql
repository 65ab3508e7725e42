insert into results.file (home_unit, dossier_id, result_id, sha256, octets, signatures, made_at)
values ($home_unit, $dossier, $id, $sha256, $octets, $signatures, to_timestamp($at::double precision / 1000))
returning result_id as id
