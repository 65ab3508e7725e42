-- A ministry runs on the same product: its one-stop centre and its departments stand where those of a province stand.
alter table organisations.unit drop constraint unit_kind_check;
alter table organisations.unit add constraint unit_kind_check check (kind in (
  'province','provincial-centre','department','provincial-police','commune-committee','commune-centre','commune-police',
  'ministry','ministry-centre','ministry-department'));
