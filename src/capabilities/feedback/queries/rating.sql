select stars, answers, comment, at from feedback.rating where home_unit = $home_unit and dossier_id = $id
