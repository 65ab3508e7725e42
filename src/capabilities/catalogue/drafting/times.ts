import type { LegalTime } from '#capabilities/forms';
import type { NationalProcedure } from '../procedure.ts';
import { oneLine } from './words.ts';

const told =
  /(?:trong thời hạn|trong vòng|thời hạn giải quyết:?)\s*(?:không quá\s*)?(\d{1,3})\s*(giờ|ngày làm việc|ngày|tháng)/iu;
const units: Readonly<Record<string, LegalTime['unit']>> = {
  giờ: 'hour',
  'ngày làm việc': 'working_day',
  ngày: 'day',
  tháng: 'month',
};

const workingDays = /(\d{1,3})\s*(ngày làm việc)/iu;
/** The first time a text names: "trong thời hạn 05 ngày làm việc". What stands beside a channel begins with its time. */
function timeIn(text: string, ...shapes: readonly RegExp[]): Pick<LegalTime, 'value' | 'unit'> | undefined {
  const match = shapes.map((shape) => shape.exec(oneLine(text))).find((found) => found !== null);
  const unit = units[(match?.[2] ?? '').toLowerCase()];
  return unit === undefined || !(Number(match?.[1]) > 0) ? undefined : { value: Number(match?.[1]), unit };
}

/**
 * Times per channel. A number without unit is what the portal shows and no law says; working days are then assumed, for
 * that is what nine of ten limits are counted in. Without any number the record's own sentences are asked.
 */
export function timesOf(record: NationalProcedure): readonly LegalTime[] {
  const channels =
    record.channels.length > 0
      ? record.channels
      : (['online', 'direct', 'post'] as const).map((channel) => ({
          channel,
          time: undefined,
          unit: undefined,
          timeNote: '',
        }));
  const seen = new Set<string>();
  return channels.flatMap(({ channel, time, unit, timeNote = '' }): readonly LegalTime[] => {
    const fallback = timeIn(timeNote, workingDays, told) ?? timeIn(record.steps, told, workingDays);
    const found =
      time !== undefined && time > 0
        ? {
            value: time,
            unit: unit ?? 'working_day',
            ...(unit === undefined ? { assumed: true } : { basis: 'Danh mục quốc gia' }),
          }
        : fallback && { ...fallback, assumed: true };
    // Several cases of one channel: the first is the rule, the others stand in the notes.
    if (found === undefined || seen.has(channel)) return [];
    seen.add(channel);
    return [{ channel, ...found }];
  });
}
