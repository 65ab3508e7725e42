select s.name, s.reason, s.signed_at is not null as signed, d.content, d.draft_id, d.person_id
from declarations.signer s join declarations.declaration d on d.person_id = s.person_id and d.id = s.declaration_id
where s.declaration_id = $declaration and s.id = $signer and (s.signed_at is not null or s.declined_at is not null)
