select payments.ask_again($id, $now) as asked
