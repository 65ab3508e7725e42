insert into catalogue.mass_change_item (change_id, code, name, draft_id, refusal)
values ($change, $code, $name, $draft, $refusal)
returning code
