-- Level 0 as it should be: hashes of the leaves of each full tile, one after another.
select l.index / 256 as n, count(*)::integer as width, string_agg(public_log.leaf_hash(l.entry), ''::bytea order by l.index) as bytes
from public_log.leaf l where l.index >= $from and l.index < $to group by 1 order by 1
