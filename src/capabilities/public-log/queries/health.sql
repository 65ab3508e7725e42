select w.looked_at, w.look_ms, (select min(s.compared_at) from public_log.stretch s) as words_since,
  (select count(*) from public_log.finding) as findings
from public_log.watch w
