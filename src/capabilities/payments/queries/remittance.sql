select payee, collected, waiting, passed_on from payments.remittance($unit)
