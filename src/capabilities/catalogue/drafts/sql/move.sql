with forgotten as (
  delete from catalogue.draft_step where draft_id = $id and $state not in ('draft', 'review')
)
update catalogue.draft
set state = $state, reviewer = $reviewer, note = $note, version = $version, sent_at = $sent_at, decided_at = $decided_at
where id = $id
returning revision
