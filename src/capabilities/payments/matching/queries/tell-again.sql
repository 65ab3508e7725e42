select outbox.put(c.home_unit, $event, $at, 'payment.' || case c.state when 'paid' then 'settled' when 'refunded' then 'refunded' when 'exempt' then 'exempted'
    when 'void' then 'voided' else 'reopened' end, c.dossier_id::text,
  jsonb_strip_nulls(jsonb_build_object('code', c.dossier_code, 'fees', jsonb_build_array(c.fee), 'receipt', c.receipt_id))) is null as ok
from payments.charge c where c.home_unit = $home_unit and c.dossier_id = $dossier and c.id = $charge
