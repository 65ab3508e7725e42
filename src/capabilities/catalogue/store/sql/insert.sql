insert into catalogue.procedure (code, version, name, name_folded, field, levels, live, internal, national, definition, published_at, published_by, valid_from)
values ($code, $version, $name, $name_folded, $field, $levels, $live, $internal, $national, $definition, $at, $by, $valid_from)
returning version
