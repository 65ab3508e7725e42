select name from public_log.source order by place
