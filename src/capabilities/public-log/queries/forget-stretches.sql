delete from public_log.stretch where source = $source and from_xact >= $from::bigint returning source
