select home_unit, dossier_id, money from payments.lock_dossiers($keys)
