select from_xact::text, to_xact::text, rows, versions::text, leaves, leaf_versions::text from public_log.stretch where source = $source order by from_xact
