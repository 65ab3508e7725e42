select version, dossiers, online_recent, recent, questions::int, documents::int, supplements::int, supplemented from dossiers.burden($code, $since, $recent)
