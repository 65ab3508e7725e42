select size from public_log.head
