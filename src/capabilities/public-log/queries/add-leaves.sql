insert into public_log.leaf (index, source, row_key, xact, salt, entry, at)
select $first + r.n - 1, r.source, r.key, r.xact, r.salt, r.entry, $at
from unnest($sources::text[], $keys::text[], $xacts::bigint[], $salts::bytea[], $entries::text[]) with ordinality as r(source, key, xact, salt, entry, n)
returning index
