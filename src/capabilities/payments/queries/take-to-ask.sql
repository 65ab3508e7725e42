select home_unit, id, dossier_id, bill, gateway, reference, amount, payee, state, pay_at, begun_at, until, ask_at, asked, told, bookings, record, closed_at
from payments.take_to_ask(to_timestamp($now::double precision / 1000), make_interval(secs => $lease), $most)
