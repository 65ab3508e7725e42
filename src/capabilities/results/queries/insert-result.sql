insert into results.result (home_unit, dossier_id, id, number, kind, title, outcome, issuer_unit, issuer_name, signer_name, issued_at, content,
  owner_name, valid_until, token)
values ($home_unit, $dossier, $id, $number, $kind, $title, $outcome, $issuer, $issuer_name, $signer_name,
  to_timestamp($at::double precision / 1000), $content, $owner_name, $valid_until, $token)
returning id
