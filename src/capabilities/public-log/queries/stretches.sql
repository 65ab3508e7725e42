select s.from_xact::text, s.to_xact::text, s.rows, s.versions::text, s.leaves, s.leaf_versions::text
from public_log.stretch s where s.source = $source order by s.from_xact
