import type { LocalText } from '#kernel/text';
import { type HitPolicy, hitPolicies, wordsOf } from './hit-policies.ts';

const words = (vi: string, en: string): LocalText => ({ vi, en });

/** What each hit policy does, for whoever reads a table. */
export const policyNames: Readonly<Record<HitPolicy, LocalText>> = {
  U: words('U: nhiều nhất một dòng đúng', 'U: at most one row holds'),
  A: words('A: nhiều dòng đúng, cùng kết quả', 'A: several hold, with one result'),
  F: words('F: dòng đúng đầu tiên', 'F: the first that holds'),
  P: words('P: dòng có kết quả ưu tiên nhất', 'P: the result that comes first in its list'),
  R: words('R: mọi dòng đúng, theo thứ tự bảng', 'R: all that hold, in the order of the table'),
  O: words('O: mọi dòng đúng, theo thứ tự kết quả', 'O: all that hold, in the order of results'),
  C: words('C: mọi dòng đúng', 'C: all that hold'),
  'C+': words('C+: cộng kết quả', 'C+: the sum'),
  'C<': words('C<: kết quả nhỏ nhất', 'C<: the smallest'),
  'C>': words('C>: kết quả lớn nhất', 'C>: the largest'),
  'C#': words('C#: đếm số dòng đúng', 'C#: how many hold'),
};

/** The same by the words of the standard: `COLLECT SUM`. Undefined for words it does not know. */
export function policyNamed(standard: string): LocalText | undefined {
  const known = hitPolicies.find((policy) => {
    const { hitPolicy, aggregation } = wordsOf(policy);
    return [hitPolicy, aggregation].filter(Boolean).join(' ') === standard;
  });
  return known && policyNames[known];
}
