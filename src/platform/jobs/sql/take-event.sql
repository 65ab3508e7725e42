select e.home_unit, e.id, e.at, e.topic, e.subject, e.payload, e.tries
from outbox.event e
where e.home_unit = $home_unit and e.id = $id and e.done_at is null and e.attention_at is null
for update of e skip locked
