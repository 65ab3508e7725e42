select payments.refund_confirmed($code, $account, $number) as confirmed
