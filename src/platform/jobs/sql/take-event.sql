-- Effects and mark share the transaction, so a commit that has not reached the disk when the power fails is lost whole
-- and the event is taken again: the commit need not wait for the disk.
select e.home_unit, e.id, e.at, e.topic, e.subject, e.payload, e.tries, set_config('synchronous_commit', 'off', true) as commit
from outbox.event e
where e.home_unit = $home_unit and e.id = $id and e.done_at is null and e.attention_at is null
for update of e skip locked
