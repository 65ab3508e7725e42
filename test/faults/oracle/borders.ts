import type { Findings } from './findings.ts';
import type { ActRow, Shelf } from './shelf.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Units that a history lets in: the two of the submission, and whoever was handed it or asked about it. */
function letIn(acts: readonly ActRow[]): Set<string> {
  const units = new Set<string>();
  for (const { kind, payload } of acts) {
    const named =
      kind === 'submitted'
        ? [payload['receiver'], payload['competent']]
        : kind === 'handed-over'
          ? [payload['to']]
          : kind === 'opinion-asked'
            ? [payload['unit']]
            : [];
    for (const unit of named) if (text(unit) !== undefined) units.add(unit as string);
  }
  return units;
}

/** Rows about a dossier that name a unit; each must be one that the history let in. */
const looks: Readonly<Record<string, string>> = {
  'work of': 'select dossier_id as dossier, unit_id as unit from dossiers.work',
  'note of': 'select dossier_id as dossier, unit_id as unit from dossiers.note',
  'reading by': 'select dossier_id as dossier, unit_id as unit from dossiers.reading',
  'message from':
    'select dossier_id as dossier, unit_id as unit from dossiers.message where unit_id is not null',
  'search words for': 'select dossier_id as dossier, unnest(seen_by) as unit from dossiers.finder',
  'result of': 'select dossier_id as dossier, issuer_unit as unit from results.result',
};

/** I7: no row crosses the border of a unit. Supervisors see through a scope, never through a row. */
export async function judgeBorders({ client, dossiers, acts }: Shelf, findings: Findings): Promise<void> {
  const allowed = new Map(dossiers.map((row) => [row.id, letIn(acts.get(row.id) ?? [])]));
  for (const dossier of dossiers) {
    findings.look('I7');
    const units = allowed.get(dossier.id) ?? new Set();
    const stray = dossier.seen_by.filter((unit) => !units.has(unit));
    if (stray.length > 0)
      findings.break('I7', `${dossier.code} is open to ${stray.join(', ')}, whom no act let in`);
    for (const act of acts.get(dossier.id) ?? [])
      if (act.unit !== null && !units.has(act.unit))
        findings.break(
          'I7',
          `${dossier.code}: act ${act.seq} ${act.kind} was done by ${act.unit}, whom no act let in`,
        );
  }
  for (const [what, sql] of Object.entries(looks)) {
    const { rows } = await client.query<{ dossier: string; unit: string }>(sql);
    for (const { dossier, unit } of rows) {
      findings.look('I7');
      if (allowed.get(dossier)?.has(unit) !== true)
        findings.break('I7', `${what} ${unit} stands at dossier ${dossier}, which that unit may not see`);
    }
  }
}
