select s.name, s.email, s.until, d.content
from declarations.signer s join declarations.declaration d on d.person_id = s.person_id and d.id = s.declaration_id
where s.declaration_id = $declaration and s.id = $signer and s.withdrawn_at is null and s.signed_at is null and s.declined_at is null
  and not exists (select from declarations.declaration n where n.person_id = d.person_id and n.draft_id = d.draft_id
    and (n.made_at, n.id) > (d.made_at, d.id))
