select d.id, d.draft_id, d.receiver_unit, d.body_hash, d.content, d.version, d.others, d.made_at
from declarations.declaration d
where d.person_id = $person and d.draft_id = $draft order by d.made_at desc, d.id desc limit 1
