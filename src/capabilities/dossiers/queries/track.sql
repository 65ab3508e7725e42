select n, found from dossiers.track_all($asked)
