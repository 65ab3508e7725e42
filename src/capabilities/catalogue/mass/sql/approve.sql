update catalogue.mass_change set approved_by = $by, approved_at = $at, effective_from = $effective_from where id = $id returning id
