with over as (delete from credentials.used_nonce where until < to_timestamp($now::double precision / 1000))
insert into credentials.used_nonce (nonce, until) values ($nonce, to_timestamp($until::double precision / 1000)) on conflict (nonce) do nothing returning nonce
