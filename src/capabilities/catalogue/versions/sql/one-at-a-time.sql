select true as ok from pg_advisory_xact_lock(hashtext('catalogue.procedure ' || $code))
