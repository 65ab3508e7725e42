update declarations.signer set signed_at = to_timestamp($at::double precision / 1000), certificate = $certificate, serial = $serial
where person_id = $person and declaration_id = $declaration and id = $id and signed_at is null and declined_at is null and withdrawn_at is null
  and (applicant or until >= to_timestamp($at::double precision / 1000))
returning id
