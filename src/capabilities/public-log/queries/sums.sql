select n, rows, versions::text, leaves, leaf_versions::text from public_log.sums($source, $bounds::bigint[])
