insert into catalogue.decentralisation (id, number, issuer, decided_on, kind, codes, to_level, to_unit, from_day, until_day,
  open_dossiers, note, author, proposed_at)
values ($id, $number, $issuer, $decided_on, $kind, $codes::text[], $to_level, $to_unit, $from_day, $until_day,
  $open_dossiers, $note, $author, $at)
returning id
