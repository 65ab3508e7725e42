select size, root, note from public_log.checkpoint where size > $above order by size limit $most
