select payments.lock_books($unit) is null as ok
