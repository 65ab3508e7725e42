select id, code, content #>> '{definition,name,vi}' as name, based_on, revision, state, authors, reviewer, note, version,
  started_at, changed_at, sent_at, decided_at
from catalogue.draft
order by state not in ('draft', 'review'), changed_at desc, id
limit $size
