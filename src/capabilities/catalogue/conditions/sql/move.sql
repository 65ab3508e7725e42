update catalogue.duty
set state = $state, decision = $decision, cut_from = $cut_from, revision = revision + 1, changed_by = $by, changed_at = $at
where id = $id
returning revision
