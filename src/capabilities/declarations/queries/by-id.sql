select d.person_id, d.id, d.draft_id, d.receiver_unit, d.body_hash, d.content, d.version, d.others, d.made_at, d.signed,
  declarations.is_newest(d.person_id, d.id) as newest
from declarations.declaration d where d.id = $id
