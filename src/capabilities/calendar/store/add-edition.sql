-- The number follows the edition it was made from: of two administrators who started from the same one, the second gets no row.
insert into calendar.edition (id, content, note, made_by, made_at)
select $id::integer, $content::jsonb, $note, $made_by::uuid, to_timestamp($now::double precision / 1000)
where $id::integer = 1 + coalesce((select max(id) from calendar.edition), 0)
on conflict (id) do nothing
returning id
