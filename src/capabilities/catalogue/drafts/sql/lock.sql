select id, code, content #>> '{definition,name,vi}' as name, based_on, content, before is not null as undoable, todo, origin, revision, state, authors, reviewer, note, version,
  started_at, changed_at, sent_at, decided_at
from catalogue.draft
where id = $id
for update
