update catalogue.decentralisation
set state = $state, decider = $decider, decided_at = $at
where id = $id
returning id
