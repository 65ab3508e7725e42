update declarations.signer set declined_at = to_timestamp($at::double precision / 1000), reason = $reason
where id = $id and not applicant and signed_at is null and declined_at is null and withdrawn_at is null
  and (applicant or until >= to_timestamp($at::double precision / 1000)) returning id
