import { withClient } from '#platform/db';
import { type Finding, missing, ok } from './finding.ts';

/** Deadlines are compared with both clocks, so they must tell the same time. */
const mostSkewMs = 2000;

export const examineClock = (owner: string): Promise<Finding[]> =>
  withClient(owner, async (client) => {
    const before = Date.now();
    const { rows } = await client.query<{ now: number; hour: string }>(
      `select extract(epoch from clock_timestamp())::float8 * 1000 as now,
         to_char(timestamptz '2026-01-01 00:00Z' at time zone 'Asia/Ho_Chi_Minh', 'HH24') as hour`,
    );
    const after = Date.now();
    const now = rows[0]?.now ?? 0;
    // Half the way there and back is not the database's fault.
    const skew = Math.round(now < before ? before - now : now > after ? now - after : 0);
    const words = `${(skew / 1000).toFixed(1)} s apart`;
    const here = new Date(Date.UTC(2026, 0, 1)).toLocaleTimeString('en-GB', {
      timeZone: 'Asia/Ho_Chi_Minh',
      hour: '2-digit',
    });
    return [
      skew > mostSkewMs
        ? missing(`clock: this machine and the database are ${words}. Set both by a time server (NTP).`)
        : ok(`clock: this machine and the database are ${words}`),
      rows[0]?.hour === '07' && here.startsWith('07')
        ? ok('time zone: both know Viet Nam as UTC+7')
        : missing('time zone: the table of time zones lacks Asia/Ho_Chi_Minh. Install tzdata.'),
    ];
  });
