update catalogue.proposal
set state = $state, decision = $decision, effective_from = $effective_from, revision = revision + 1, decided_by = $by, decided_at = $at
where id = $id
returning revision
