select coalesce(max(published_at), 'epoch') as at, count(*)::int as count from catalogue.procedure
