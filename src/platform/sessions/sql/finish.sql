select sessions.finish($hash) is null as ok
