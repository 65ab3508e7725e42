select exists (select from payments.money_file f where f.kind = 'settlement' and f.gateway = $gateway and f.day = $day and f.state = 'read') as there,
  exists (select from payments.transfer t where t.at >= $day::date::timestamp at time zone 'Asia/Ho_Chi_Minh' and t.day = $day
    and ('gateway:' || $gateway) in (t.debit, t.credit)) as moved
