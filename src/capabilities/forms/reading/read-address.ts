import { cleanText } from '#kernel/text';
import { messages } from './messages.ts';
import { mostCharacters } from './read-text.ts';
import { answer, type Fault, nothing, type Reader, textOf } from './reader.ts';

/**
 * Three fields `id-province`, `id-commune`, `id-detail`. Province and commune are codes, or names as typed, so that
 * the page works as plain text fields too.
 */
export const readCommuneAddress: Reader = ({ question, name, fields, context }) => {
  const [typedProvince, typedCommune, typedDetail] = ['-province', '-commune', '-detail'].map((part) =>
    textOf(fields, name + part),
  ) as [string, string, string];
  const detail = cleanText(typedDetail).replace(/\n/g, ' ');
  // A province alone is the page's own suggestion, not an answer.
  if (typedCommune.trim() === '' && detail === '' && question.required !== true) return nothing;
  if ((typedProvince + typedCommune + detail).trim() === '') return nothing;
  const faults: Fault[] = [];
  const province = context.lists.find('provinces', cleanText(typedProvince));
  if (province === undefined) faults.push({ part: '-province', message: messages.province });
  const commune =
    province === undefined ? undefined : context.lists.find('communes', cleanText(typedCommune), province);
  if (typedCommune.trim() === '') faults.push({ part: '-commune', message: messages.commune });
  else if (province !== undefined && commune === undefined)
    faults.push({ part: '-commune', message: messages.communeUnknown });
  if (!typedDetail.isWellFormed()) faults.push({ part: '-detail', message: messages.damaged });
  else if (detail === '') faults.push({ part: '-detail', message: messages.detail });
  else if ([...detail].length > mostCharacters.detail)
    faults.push({ part: '-detail', message: messages.tooLong(mostCharacters.detail, [...detail].length) });
  if (faults.length > 0 || province === undefined || commune === undefined) return { faults };
  return answer({ province, commune, detail });
};
