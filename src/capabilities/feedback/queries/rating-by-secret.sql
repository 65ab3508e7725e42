select stars, answers, comment, at from feedback.rating_by_secret($code, $secret)
