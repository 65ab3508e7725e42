select bool_and(sessions.finish_all(subject) is null) as ok from unnest($subjects::uuid[]) as subject
