import type { ProvenRow } from '#capabilities/public-log';
import type { Instant } from '#kernel/time';
import { type Check, moment } from './verdict.ts';
import { numberWords, say, type Words } from './words.ts';

/** That something stands in the log, seen by as many witnesses as are asked for. */
export function logCheck({ origin, index, size }: ProvenRow, seen: Instant | undefined): Check {
  const [line, lines] = [numberWords(index + 1), numberWords(size)];
  const place = say(`Dòng ${line} trong ${lines} của ${origin}`, `Line ${line} of ${lines} of ${origin}`);
  const by =
    seen === undefined
      ? say('chưa đòi người làm chứng nào', 'no witness is asked for')
      : say(`người làm chứng đã thấy lúc ${moment(seen)}`, `seen by witnesses at ${moment(seen)}`);
  return {
    is: 'good',
    what: say('Có trong nhật ký công khai', 'It stands in the public log'),
    why: say(`${place.vi}; ${by.vi}.`, `${place.en}; ${by.en}.`),
  };
}

export const seenUntil = (seen: Instant | undefined): Words =>
  seen === undefined ? say('lúc tệp được phát hành', 'it was issued') : say(moment(seen), moment(seen));
