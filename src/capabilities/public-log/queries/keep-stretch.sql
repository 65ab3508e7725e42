insert into public_log.stretch (source, from_xact, to_xact, rows, versions, leaves, leaf_versions, compared_at)
values ($source, $from_xact::bigint, $to_xact::bigint, $rows, $versions::numeric, $leaves, $leaf_versions::numeric, $at)
on conflict (source, from_xact) do update set to_xact = excluded.to_xact, rows = excluded.rows, versions = excluded.versions,
  leaves = excluded.leaves, leaf_versions = excluded.leaf_versions, compared_at = excluded.compared_at
returning source
