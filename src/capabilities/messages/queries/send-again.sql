select messages.send_again($id, to_timestamp($now::double precision / 1000), $audit, $request) as found
