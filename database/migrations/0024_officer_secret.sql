-- The password hash and one-time-code secret of a break-glass account are read by nobody over a connection of the web: its
-- sign-in asks identity.break_glass for the one account of an address. Nor are they, or the mark of such an account,
-- written there; these accounts are made at the command line. A right on a whole table cannot be narrowed by a column,
-- so it is taken and given again column by column.
revoke select, insert, update on identity.officer from motcua_web;
grant select (id, issuer_subject, name, name_folded, email, title, active, break_glass, settings, created_at, version) on identity.officer
  to motcua_web;
grant insert (id, issuer_subject, name, name_folded, email, title, created_at) on identity.officer to motcua_web;
grant update (name, name_folded, email, title, active, settings, version) on identity.officer to motcua_web;
