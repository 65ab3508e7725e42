select * from dossiers.open_once($officer, $key, $body)
