select key, content, fresh from dossiers.give_paper($home_unit, $id, $name, $sha256, $at)
