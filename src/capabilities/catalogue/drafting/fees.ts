import type { Fee } from '#capabilities/forms';
import type { NationalChannel, NationalProcedure } from '../procedure.ts';
import { instrumentName, instrumentsIn } from './bases.ts';

const kindOf = (text: string): Fee['kind'] => (/lệ phí/iu.test(text) ? 'le-phi' : 'phi');
const names: Readonly<Record<Fee['kind'], Fee['name']>> = {
  phi: { vi: 'Phí giải quyết thủ tục', en: 'Fee for the service' },
  'le-phi': { vi: 'Lệ phí giải quyết thủ tục', en: 'State fee' },
};

/** Grounds named beside the sum, else the fee circulars (TT-BTC) among the legal bases; empty where there are none. */
const groundsOf = (channel: NationalChannel, record: NationalProcedure): string => {
  const named = instrumentsIn(channel.feeText);
  const circulars = record.legalRefs.filter((number) => number.endsWith('TT-BTC')).map(instrumentName);
  return (named.length > 0 ? named : circulars).join('; ');
};

/** One entry per sum; a sum that is the same on every channel is said once. What is no clear sum stays a note. */
export function feesOf(record: NationalProcedure): readonly Fee[] {
  const clear = record.channels.filter(({ fee, amount }) => fee === 'amount' && (amount ?? 0) > 0);
  const first = new Map(clear.toReversed().map((channel) => [channel.channel, channel]));
  const sums = new Set([...first.values()].map((channel) => channel.amount));
  const channels = new Set(record.channels.map((channel) => channel.channel));
  const same = sums.size === 1 && first.size === channels.size;
  const entries = [...first.values()].toReversed();
  return (same ? entries.slice(0, 1) : entries).map((channel): Fee => {
    const kind = kindOf(channel.feeText);
    return {
      id: same ? kind : `${kind}-${channel.channel}`,
      kind,
      name: names[kind],
      when: 'submission',
      amount: channel.amount ?? 0,
      ...(same ? {} : { channel: channel.channel }),
      exemptions: [],
      basis: groundsOf(channel, record),
    };
  });
}
