select home_unit, dossier_id from payments.refund_place($code)
