select payments.ask_soon($bill, to_timestamp($now::double precision / 1000)) as asked
