select sessions.finish_all($subject) is null as ok
