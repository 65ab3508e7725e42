select payments.write($change) is null as ok
