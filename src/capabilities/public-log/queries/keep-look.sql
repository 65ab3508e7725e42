update public_log.watch set looked_at = $at, look_ms = $ms returning look_ms
