select home_unit, id from dossiers.locate($code)
