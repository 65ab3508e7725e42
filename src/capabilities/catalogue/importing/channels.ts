import type { ChannelKind, NationalChannel } from '../procedure.ts';
import { splitList } from './clean.ts';
import { readFee } from './fees.ts';
import type { ProcedureRow, RawChannel } from './raw.ts';
import type { Note } from './report.ts';
import { readTime } from './times.ts';

/** Channels of the detail; without detail those of the list row, which has one time and one fee text for all. */
export function readChannels(
  row: ProcedureRow,
  detail: readonly RawChannel[],
  note: Note,
): readonly NationalChannel[] {
  const raw = detail.length > 0 ? detail : fromRow(row, note);
  const seen = new Map<string, NationalChannel>();
  for (const one of raw) {
    const field = `channels.${one.channel}`;
    const channel: NationalChannel = {
      channel: one.channel,
      ...readTime(one.time, one.unit, one.note, `${field}.time`, note),
      ...readFee(one.fee, `${field}.fee`, note),
    };
    const key = JSON.stringify(channel);
    if (seen.has(key)) note(field, 'corrected', 'channel-twice', key.slice(0, 120), 'once');
    else seen.set(key, channel);
  }
  return [...seen.values()];
}

const kinds: readonly ChannelKind[] = ['online', 'post', 'direct'];

function fromRow(row: ProcedureRow, note: Note): RawChannel[] {
  const listed = splitList(row['channels'] ?? '');
  for (const name of listed)
    if (!kinds.some((kind) => kind === name)) note('channels', 'kept', 'unknown-value', name);
  const channels = kinds.filter((kind) => listed.includes(kind));
  if (channels.length === 0) return [];
  note('channels', 'kept', 'channel-from-list', row['channels'] ?? '');
  const value = row['deadline_value'] ?? '';
  return channels.map((channel) => ({
    channel,
    ...(value === '' ? {} : { time: Number(value), unit: row['deadline_unit'] ?? '' }),
    fee: row['fee_text'] ?? '',
    note: '',
  }));
}
