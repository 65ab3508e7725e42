select payments.bill($code) as bill
