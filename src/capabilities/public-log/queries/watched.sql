select w.looked_at, w.look_ms, w.tree_at, h.size, (select min(s.compared_at) from public_log.stretch s) as hashed_at
from public_log.watch w, public_log.head h
