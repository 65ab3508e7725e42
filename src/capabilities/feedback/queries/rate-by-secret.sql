select feedback.rate_by_secret($code, $secret, $stars, $answers, $comment, to_timestamp($now::double precision / 1000), $audit, $request) as outcome
