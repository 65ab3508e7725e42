-- What was asked about earlier states of the draft is taken back too: nobody goes on reading it.
update declarations.signer s set withdrawn_at = to_timestamp($at::double precision / 1000)
where s.person_id = $person and not s.applicant and s.withdrawn_at is null
  and s.personal_number = (select o.personal_number from declarations.signer o
    where o.person_id = $person and o.declaration_id = $declaration and o.id = $id and o.signed_at is null)
  and s.declaration_id in (select d.id from declarations.declaration d join declarations.declaration o on o.person_id = d.person_id and o.draft_id = d.draft_id
    where o.person_id = $person and o.id = $declaration)
returning s.id
