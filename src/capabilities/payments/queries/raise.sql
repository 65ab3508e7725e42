select payments.raise_all($charges) is null as ok
