import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { aCopy, type Patch } from './support/copy.ts';
const A: Patch[] = [
  { file: 'src/capabilities/dossiers/commands/submit-dossier.ts', find: "  applicant: Applicant,\n): Promise<Outcome<Submitted>> {", replace: "  applicant: Applicant,\n  found?: Draft,\n): Promise<Outcome<Submitted>> {" },
  { file: 'src/capabilities/dossiers/commands/submit-dossier.ts', find: "  const draft = await findDraft(ctx, draftId);\n", replace: "  const draft = found ?? (await findDraft(ctx, draftId));\n" },
  { file: 'src/surfaces/portal/filing/check/check.page.ts', find: "await submitDossier(ctx, doors.services, draft, shownHash, applicant)", replace: "await submitDossier(ctx, doors.services, draft, shownHash, applicant, filing.draft)" },
];
const B: Patch[] = [
  { file: 'src/capabilities/identity/people.ts', find: "  const row = await ctx.db.read(scopeOf(actor), (reader) =>\n    reader.find(sql.ownPerson, { person: actor.person }),\n  );", replace: "  const row = await ctx.db.direct.find(sql.ownPerson, { person: actor.person });" },
  { file: 'src/capabilities/identity/queries/own-person.sql', find: "from identity.person where id = $person::uuid", replace: "from identity.own_person($person)" },
];
const C: Patch[] = [
  { file: 'src/platform/http/server.ts', find: "    options.sessions.csrfMatches(bound, given) &&\n    ctx.csrf !== ''", replace: "    options.sessions.csrfMatches(bound, given)" },
];
const sets: Record<string, Patch[]> = { none: [], A, AB: [...A, ...B], ABC: [...A, ...B, ...C] };
const copies = Object.entries(sets).map(([name, patches]) => {
  const copy = aCopy(patches);
  if (name.includes('B')) writeFileSync(path.join(copy.folder, 'database/migrations/0099_own_person.sql'), "create function identity.own_person(p_person uuid) returns setof identity.person language plpgsql as $$\nbegin\n  perform scope.enter('citizen', p_person::text, '', '{}', false);\n  return query select * from identity.person p where p.id = p_person;\nend $$;\n");
  return { name, copy };
});
try { for (let r = 0; r < 3; r++) for (const { name, copy } of copies) { const x = spawnSync(process.execPath, [path.join(copy.folder, 'test/bench/prof.ts'), process.argv[2] ?? 'submit'], { cwd: copy.folder, encoding: 'utf8' }); console.log(name.padEnd(5), x.stdout.trim(), x.stderr.split('\n').filter((l) => /Error/.test(l)).join().slice(0, 200)); } }
finally { for (const { copy } of copies) copy.remove(); }
