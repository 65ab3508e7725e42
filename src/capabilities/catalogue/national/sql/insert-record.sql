insert into catalogue.procedure (code, version, name, name_folded, field, levels, live, internal, national, published_at, published_by, valid_from)
values ($code, $version, $name, $name_folded, $field, $levels, false, $internal, $record, $at, $by, $today)
returning version
