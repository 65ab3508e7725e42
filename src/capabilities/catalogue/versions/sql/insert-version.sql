insert into catalogue.procedure (code, version, name, name_folded, field, levels, live, internal, national, definition, workflow,
  decisions, templates, runs, package, published_at, published_by, valid_from, waits_until)
values ($code, $version, $name, $name_folded, $field, $levels, true, $internal, $national, $definition, $workflow,
  $decisions, $templates, $runs, $package, $at, $by, $valid_from, $waits_until)
returning version
