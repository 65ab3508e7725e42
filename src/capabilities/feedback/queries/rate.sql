select feedback.rate($home_unit, $id, $person, $stars, $answers, $comment, to_timestamp($now::double precision / 1000), $audit, $request) as outcome
