select kind, state, count(*)::int as duties from catalogue.duty group by kind, state
