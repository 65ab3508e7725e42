select dossiers.append($home_unit, $id, $seq, $change) as written
