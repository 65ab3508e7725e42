select public_log.content_of($source, $key, $xact) as content
