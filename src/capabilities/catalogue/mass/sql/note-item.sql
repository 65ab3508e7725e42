update catalogue.mass_change_item set refusal = $refusal where change_id = $change and code = $code returning code
