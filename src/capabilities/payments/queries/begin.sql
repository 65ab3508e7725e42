select b.outcome, case when b.session is null then null else to_jsonb(b.session) end as session from payments.begin($asked) b
