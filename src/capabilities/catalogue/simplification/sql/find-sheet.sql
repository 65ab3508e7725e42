select code, sheet, revision, measure, measured_at, changed_by, changed_at from catalogue.cost_sheet where code = $code
