import type { Findings } from './findings.ts';
import type { ReadJournal } from './journal.ts';
import { groupBy, type Shelf } from './shelf.ts';

/** I1: what was acknowledged is there. I2: one key had one effect, and every answer named the same one. */
export async function judgeEffects(shelf: Shelf, journal: ReadJournal, findings: Findings): Promise<void> {
  const byDraft = groupBy(
    shelf.dossiers.filter((row) => row.draft !== null),
    (row) => row.draft ?? '',
  );
  const codes = new Map<string, Set<string>>();
  for (const { ask, answer } of journal.asked) {
    if (ask.what !== 'submit' || ask.key === undefined || answer?.outcome !== 'done') continue;
    findings.look('I1');
    if (!byDraft.has(ask.key))
      findings.break('I1', `submission ${ask.key} was acknowledged and is not there`);
    if (answer.code !== undefined) {
      const named = codes.get(ask.key) ?? new Set<string>();
      codes.set(ask.key, named.add(answer.code));
    }
  }
  for (const [draft, rows] of byDraft) {
    findings.look('I2');
    if (rows.length > 1)
      findings.break(
        'I2',
        `draft ${draft} became ${rows.length} dossiers: ${rows.map((r) => r.code).join(', ')}`,
      );
    const named = codes.get(draft);
    if (named && (named.size > 1 || !named.has(rows[0]?.code ?? '')))
      findings.break(
        'I2',
        `draft ${draft} was answered with ${[...named].join(', ')}, stored is ${rows[0]?.code}`,
      );
  }
  for (const [code, rows] of groupBy(shelf.dossiers, (row) => row.code))
    if (rows.length > 1) findings.break('I2', `the code ${code} was given ${rows.length} times`);
  judgeActs(shelf, journal, findings);
  await judgeClaims(shelf, findings);
}

/** Acknowledged acts: the journal knows the dossier and the number of the last act it was told. */
function judgeActs(shelf: Shelf, journal: ReadJournal, findings: Findings): void {
  for (const { ask, answer } of journal.asked) {
    if (ask.what !== 'act' || answer?.outcome !== 'done') continue;
    findings.look('I1');
    const acts = shelf.acts.get(String(ask['dossier'])) ?? [];
    const last = Number(answer['seq']);
    const found = acts.find((act) => act.seq === last);
    if (!found)
      findings.break('I1', `act ${last} of ${String(ask['dossier'])} was acknowledged and is not there`);
    else if (answer['kind'] !== undefined && found.kind !== answer['kind'])
      findings.break(
        'I1',
        `act ${last} of ${found.dossier} is ${found.kind}, acknowledged was ${JSON.stringify(answer['kind'])}`,
      );
  }
}

/** A claimed draft points at a dossier that exists, and a dossier at the draft that claims it. */
async function judgeClaims({ client, dossiers }: Shelf, findings: Findings): Promise<void> {
  const { rows } = await client.query<{ id: string; dossier: string | null; code: string | null }>(
    'select id, dossier_id as dossier, dossier_code as code from dossiers.draft where dossier_id is not null',
  );
  const byId = new Map(dossiers.map((row) => [row.id, row]));
  for (const draft of rows) {
    findings.look('I2');
    const made = byId.get(draft.dossier ?? '');
    if (!made) findings.break('I1', `draft ${draft.id} claims a dossier that is not there`);
    else if (made.draft !== draft.id || made.code !== draft.code)
      findings.break('I2', `draft ${draft.id} and dossier ${made.code} do not name each other`);
  }
}
