insert into catalogue.announcement (id, number, issuer, about, decided_on, effective_on, published_on, law, law_effective_on,
  file_sha256, file_name, entered_by, entered_at)
values ($id, $number, $issuer, $about, $decided_on, $effective_on, $published_on, $law, $law_effective_on,
  $file_sha256, $file_name, $by, $at)
returning id
