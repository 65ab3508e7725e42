import type { Findings } from './findings.ts';
import { groupBy, type Shelf } from './shelf.ts';

/** The one-statement submission writes its entry by the wish, everything else by the act. */
const actionsOf = (kind: string): readonly string[] =>
  kind === 'submitted' ? ['dossier.submitted', 'dossier.submit'] : [`dossier.${kind}`];

interface Entry {
  readonly subject: string;
  readonly action: string;
  readonly at: number;
}

/** I5: each act has exactly one entry in the journal of the house and one event in the outbox, of the same moment. */
export async function judgeRecord({ client, dossiers, acts }: Shelf, findings: Findings): Promise<void> {
  const entries = await client.query<Entry>(
    `select subject, action, (extract(epoch from at) * 1000)::float8 as at from audit.entry where action like 'dossier.%'`,
  );
  const events = await client.query<Entry>(
    `select subject, topic as action, (extract(epoch from at) * 1000)::float8 as at from outbox.event where topic like 'dossier.%'`,
  );
  const audited = groupBy(entries.rows, (row) => row.subject);
  const told = groupBy(events.rows, (row) => row.subject);
  for (const dossier of dossiers) {
    const own = acts.get(dossier.id) ?? [];
    if (own.length === 0) findings.break('I5', `${dossier.code} has no act`);
    for (const [kind, same] of groupBy(own, (act) => act.kind)) {
      findings.look('I5', same.length);
      const times = same.map((act) => act.at);
      compare(findings, `${dossier.code} ${kind}: audit`, times, audited.get(dossier.code), kind);
      compare(findings, `${dossier.code} ${kind}: outbox`, times, told.get(dossier.id), kind);
    }
  }
  judgeOrphans(findings, new Set(dossiers.map((row) => row.code)), entries.rows);
}

const inOrder = (times: readonly number[]): string => times.toSorted((a, b) => a - b).join(' ');

function compare(
  findings: Findings,
  name: string,
  times: readonly number[],
  written: readonly Entry[] | undefined,
  kind: string,
): void {
  const own = (written ?? []).filter((entry) => actionsOf(kind).includes(entry.action));
  if (own.length !== times.length)
    findings.break('I5', `${name} has ${own.length} entries for ${times.length} acts`);
  else if (inOrder(own.map((entry) => entry.at)) !== inOrder(times))
    findings.break('I5', `${name} has another moment than its act`);
}

/** An entry about a dossier that is not there was written outside the transaction of the act. */
function judgeOrphans(findings: Findings, codes: ReadonlySet<string>, entries: readonly Entry[]): void {
  for (const { subject, action } of entries)
    if (/^dossier\.submit(ted)?$/.test(action) && !codes.has(subject))
      findings.break('I5', `audit entry ${action} names ${subject}, which is not there`);
}
