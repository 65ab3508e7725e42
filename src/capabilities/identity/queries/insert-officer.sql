insert into identity.officer (id, issuer_subject, name, name_folded, email, title, created_at)
values ($id::uuid, $subject, $name, $folded, $email, $title, to_timestamp($now::double precision / 1000))
on conflict (issuer_subject) do nothing
returning id
