-- By policy whoever files may change these lines too; only the one who was asked says no.
update declarations.signer set declined_at = to_timestamp($at::double precision / 1000), reason = $reason
where id = $id and not applicant and signed_at is null and declined_at is null and withdrawn_at is null
  and until >= to_timestamp($at::double precision / 1000) and personal_number = declarations.own_number()
returning id, declaration_id, (select d.receiver_unit from declarations.declaration d
  where d.person_id = signer.person_id and d.id = signer.declaration_id) as receiver_unit
