update catalogue.announcement
set number = $number, issuer = $issuer, about = $about, decided_on = $decided_on, effective_on = $effective_on,
  published_on = $published_on, law = $law, law_effective_on = $law_effective_on,
  file_sha256 = coalesce($file_sha256, file_sha256), file_name = coalesce($file_name, file_name), revision = revision + 1
where id = $id
returning id
