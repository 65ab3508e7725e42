select state, count(*)::integer as count, sum(amount)::bigint as amount from payments.refund where unit_id = any ($units::uuid[]) group by state
