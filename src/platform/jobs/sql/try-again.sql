select outbox.try_again($home_unit, $id) as found
