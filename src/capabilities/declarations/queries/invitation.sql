select s.name, s.email, s.until, d.content
from declarations.signer s join declarations.declaration d on d.person_id = s.person_id and d.id = s.declaration_id
where s.declaration_id = $declaration and s.id = $signer and s.withdrawn_at is null and s.signed_at is null and s.declined_at is null
