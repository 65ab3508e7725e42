import { withClient } from '#platform/db';
import { type Finding, missing, ok } from './finding.ts';

/** The monitor looks every twenty seconds; after so many minutes it stands still. */
const mostMinutes = 10;

interface Row {
  readonly findings: number;
  readonly minutes: number | null;
  readonly ahead: boolean;
}

/** Whether the database agrees with the public log, and whether somebody is looking. */
export const examinePublicLog = (owner: string): Promise<Finding[]> =>
  withClient(owner, async (client) => {
    const { rows } = await client.query<Row>(
      `select (select count(*)::integer from public_log.finding) as findings,
         (extract(epoch from clock_timestamp() - w.looked_at) / 60)::integer as minutes,
         pg_snapshot_xmax(h.seen) > pg_snapshot_xmax(pg_current_snapshot()) as ahead
       from public_log.watch w, public_log.head h`,
    );
    const { findings = 0, minutes = null, ahead = false } = rows[0] ?? {};
    return [
      findings > 0
        ? missing(
            `public log: ${findings} rows do not agree with it. The page /nhat-ky names them, docs/operating/public-log.md says what to do.`,
          )
        : ok('public log: nothing is known that does not agree with it'),
      ...(minutes !== null && minutes > mostMinutes
        ? [
            missing(
              `public log: the database was last compared ${minutes} minutes ago. Is the worker running?`,
            ),
          ]
        : []),
      ...(ahead
        ? [
            missing(
              'public log: it has seen later transactions than this cluster has made, so it would pass new rows over. Restore by physical copies, or set the counter forward (docs/operating/public-log.md).',
            ),
          ]
        : []),
    ];
  });
