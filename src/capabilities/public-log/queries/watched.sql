select w.looked_at, w.look_ms, w.tree_at, h.size from public_log.watch w, public_log.head h
