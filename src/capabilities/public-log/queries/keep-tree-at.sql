update public_log.watch set tree_at = $at returning tree_at
