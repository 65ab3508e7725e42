import type { NationalChannel } from '#capabilities/catalogue';
import type { Channel, LegalTime, ProcedureDefinition } from '#capabilities/forms';
import { inLocale, type Locale } from '#kernel/text';
import type { Say } from '../words/say.ts';
import type { TimeLine } from './sheet.ts';

const decimal = (value: number): string => String(value).replace('.', ',');

export function lengthInWords(say: Say, value: number, unit: LegalTime['unit']): string {
  const n = decimal(value);
  return {
    working_day: say(`${n} ngày làm việc`, value === 1 ? '1 working day' : `${n} working days`),
    day: say(`${n} ngày`, value === 1 ? '1 day' : `${n} days`),
    hour: say(`${n} giờ làm việc`, `${n} working hours`),
    month: say(`${n} tháng`, value === 1 ? '1 month' : `${n} months`),
  }[unit];
}

/** The 15:00 rule of same-day procedures is told where the time is told (DOMAIN §2.5). */
const timeText = (say: Say, time: LegalTime): string =>
  time.sameDay
    ? say(
        'Trong ngày làm việc. Tiếp nhận sau 15:00 thì trả ngày làm việc tiếp theo.',
        'The same working day. Received after 15:00: the next working day.',
      )
    : lengthInWords(say, time.value, time.unit);

export function timesOfDefinition(
  definition: ProcedureDefinition,
  say: Say,
  locale: Locale,
): readonly TimeLine[] {
  const lines = definition.time.map((time): TimeLine => {
    const which = definition.cases?.find((each) => each.id === time.case);
    const note = which
      ? inLocale(which.name, locale)
      : time.if
        ? say('Trong một số trường hợp', 'In some cases')
        : undefined;
    return { channels: [time.channel], text: timeText(say, time), ...(note ? { note } : {}) };
  });
  return merged(lines);
}

export const timesOfRecord = (channels: readonly NationalChannel[], say: Say): readonly TimeLine[] =>
  merged(
    channels.map((channel): TimeLine => {
      const { time, unit, timeNote } = channel;
      const text =
        time === undefined
          ? say('Danh mục quốc gia không ghi thời hạn.', 'The national list gives no time.')
          : unit === undefined
            ? say(`${decimal(time)} (danh mục không ghi đơn vị)`, `${decimal(time)} (the list gives no unit)`)
            : lengthInWords(say, time, unit);
      return { channels: [channel.channel], text, ...(timeNote ? { note: timeNote } : {}) };
    }),
  );

/** Channels with the same time share a line. */
function merged(lines: readonly TimeLine[]): readonly TimeLine[] {
  const groups = Map.groupBy(lines, (line) => `${line.text}|${line.note ?? ''}`);
  return [...groups.values()].map((group) => ({
    ...(group[0] as TimeLine),
    channels: [...new Set(group.flatMap((line) => line.channels))],
  }));
}

export function channelNames(say: Say, channels: readonly Channel[]): string {
  const names: Record<Channel, string> = {
    online: say('trực tuyến', 'online'),
    direct: say('trực tiếp', 'at the counter'),
    post: say('qua bưu chính', 'by post'),
  };
  const text = channels.map((channel) => names[channel]).join(', ');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
