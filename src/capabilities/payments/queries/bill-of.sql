select payments.bill_of($home_unit, $dossier) as bill
