select index, entry from public_log.leaf where index >= $from and index < $to order by index
