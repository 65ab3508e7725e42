select home_unit, id, at, day, amount, evidence, dossier_id, dossier_code, owner_name, person_id, live from payments.surplus($unit)
