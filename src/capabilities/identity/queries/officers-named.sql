select id, personal_number, account, name, email, title, active, posts
from identity.officers_named($numbers::text[], $accounts::text[], to_timestamp($now::double precision / 1000), $lock)
