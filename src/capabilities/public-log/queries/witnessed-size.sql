select coalesce(max(size), 0) as size from public_log.cosignature where witness = $witness
