select id, created_at, kind, dossier_code, tries, failure from messages.not_sent($size)
