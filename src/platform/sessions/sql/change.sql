select sessions.change($hash, $data) is null as ok
