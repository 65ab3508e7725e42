-- A number is given out before anything that bears it is written, and the process that was given a block goes on counting
-- when the database dies and comes back. So the counter itself must be on disk before its answer: otherwise a crash sets it
-- back while the block is still being used, and the same numbers are given a second time. Blocks grow with demand up to
-- 64 numbers, so a busy unit waits for the disk once in 64 times.
create or replace function codes.take(p_unit uuid, p_day date, p_series text, p_count integer) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare first integer;
begin
  insert into codes.counter as c (unit_id, day, series, next) values (p_unit, p_day, p_series, 1 + p_count)
  on conflict (unit_id, day, series) do update set next = c.next + p_count
  returning next - p_count into first;
  return first;
end $$;
