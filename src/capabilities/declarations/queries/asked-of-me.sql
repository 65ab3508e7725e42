select s.id, s.declaration_id as declaration, s.name, s.asked_at, s.until, s.signed_at, s.declined_at, d.content, d.draft_id,
  not declarations.is_newest(d.person_id, d.id) as outdated
from declarations.signer s join declarations.declaration d on d.person_id = s.person_id and d.id = s.declaration_id
where s.personal_number = declarations.own_number() and not s.applicant and s.withdrawn_at is null
order by s.asked_at desc limit 50
