select id, code, programme_id, kind, into_code, title, text, before, after, state, decision, effective_from, revision, proposed_by,
  proposed_at, decided_by, decided_at
from catalogue.proposal
where id = $id
for update
