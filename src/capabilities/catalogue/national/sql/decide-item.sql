update catalogue.national_item
set decision = $decision, outcome = $outcome, draft_id = $draft, decided_by = $by, decided_at = $at
where list_id = $list and code = $code
returning code
