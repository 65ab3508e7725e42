import type { Condition, Exemption, FeeTier } from '#capabilities/forms';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { LocalText } from '#kernel/text';
import { freeId, idFromLabel } from './ids.ts';
import { readLogic } from './logic.ts';
import { logicText } from './logic-text.ts';

/** Lists that are typed as lines; the parts of a line stand between bars. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const partsOf = (line: string): readonly string[] => line.split('|').map((part) => part.trim());
const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : []);
/** As many bars as are needed to the last part that says something. */
const joined = (...parts: readonly string[]): string => {
  const last = parts.findLastIndex((part) => part !== '');
  return parts.slice(0, last + 1).join(' | ');
};
const both = (vi: string, en: string): LocalText => ({ vi, ...(en === '' ? {} : { en }) });

interface Choice {
  readonly value: string;
  readonly label: LocalText;
  readonly hint?: LocalText;
}

/** `Nam | Male | 1 | gợi ý | hint` a line; a line without a value gets one from its words. */
export function choicesOf(text: string): readonly Choice[] {
  const taken = new Set<string>();
  return linesOf(text).map((line) => {
    const [vi = '', en = '', given = '', hint = '', hintEn = ''] = partsOf(line);
    const value = given === '' ? freeId(idFromLabel(vi), taken) : given;
    taken.add(value);
    return { value, label: both(vi, en), ...(hint === '' ? {} : { hint: both(hint, hintEn) }) };
  });
}
export const choicesText = (choices: unknown): string =>
  listOf<Choice>(choices)
    .map(({ value, label, hint }) => joined(label.vi, label.en ?? '', value, hint?.vi ?? '', hint?.en ?? ''))
    .join('\n');

/** `Tiếng Việt | English` a line. */
export const localsOf = (text: string): readonly LocalText[] =>
  linesOf(text).map((line) => {
    const [vi = '', en = ''] = partsOf(line);
    return both(vi, en);
  });
export const localsText = (texts: unknown): string =>
  listOf<LocalText>(texts)
    .map(({ vi, en = '' }) => joined(vi, en))
    .join('\n');

/** `Trẻ em | Children | treEm | age on(ngaySinh, fact.today) < 16` a line; without a condition an officer grants it. */
export function exemptionsOf(text: string): Outcome<readonly Exemption[]> {
  const taken = new Set<string>();
  const found: Exemption[] = [];
  for (const line of linesOf(text)) {
    // A condition has no bar of its own, but a text in it may.
    const [vi = '', en = '', given = '', ...rest] = partsOf(line);
    const id = given === '' ? freeId(idFromLabel(vi), taken) : given;
    taken.add(id);
    const logic = readLogic(rest.join('|'));
    if (!logic.ok) return logic;
    found.push({ id, name: both(vi, en), ...(logic.value ? { if: logic.value } : {}) });
  }
  return done(found);
}
export const exemptionsText = (exemptions: unknown): string =>
  listOf<Exemption>(exemptions)
    .map((each) => joined(each.name.vi, each.name.en ?? '', each.id, logicText(each.if as Condition)))
    .join('\n');

/** `1.000`, `1 000`, `0,5`; undefined where it is no number. */
export function numberIn(text: string): number | undefined {
  const plain = text.replace(/[\s.](?=\d{3}(\D|$))/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** `3 | 1.000` a line: from the third unit on, 1,000 each. */
export function tiersOf(text: string): Outcome<readonly FeeTier[]> {
  const found: FeeTier[] = [];
  for (const line of linesOf(text)) {
    const [nth, amount, ...more] = partsOf(line).map(numberIn);
    const whole = Number.isSafeInteger(nth) && Number.isSafeInteger(amount) && more.length === 0;
    if (!whole || nth === undefined || amount === undefined || nth < 2 || amount < 0)
      return refused({ code: 'tier-shape' });
    found.push({ nth, amount });
  }
  return done(found);
}
export const tiersText = (tiers: unknown): string =>
  listOf<FeeTier>(tiers)
    .map(({ nth, amount }) => `${nth} | ${dotted(amount)}`)
    .join('\n');
const dotted = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
