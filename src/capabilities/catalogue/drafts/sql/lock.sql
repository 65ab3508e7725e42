select id, code, content #>> '{definition,name,vi}' as name, based_on, content,
  (select count(*) from catalogue.draft_step s where s.draft_id = draft.id and s.nth < draft.step)::int as steps_back,
  (select count(*) from catalogue.draft_step s where s.draft_id = draft.id and s.nth > draft.step)::int as steps_ahead,
  todo, origin, revision, state, authors, reviewer, note, version,
  started_at, changed_at, sent_at, decided_at
from catalogue.draft
where id = $id
for update
