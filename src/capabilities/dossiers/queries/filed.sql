select code, dossiers, online from dossiers.filed($since)
