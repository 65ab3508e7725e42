select payments.keep_refund($change) as outcome
