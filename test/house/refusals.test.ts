import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Refusal } from '#kernel/outcome';
import type { Locale } from '#kernel/text';
import { bookSentence } from '../../src/surfaces/office/books/sentences.ts';
import { matchingSentence } from '../../src/surfaces/office/matching/sentences.ts';
import { tillSentence } from '../../src/surfaces/office/till/sentences.ts';
import { refundSentence } from '../../src/surfaces/portal/refunds/words.ts';
import { sentenceOf } from '../../src/surfaces/portal/sentences.ts';
import { assertFinds, assertNone, houseFiles } from './files.ts';
import { refusalsIn, refusalsMet, unreadable, unspoken } from './refusals.ts';

const files = houseFiles();
/** Each surface of money with the one that speaks for it, and what the worker leaves for its pages. */
const surfaces: readonly {
  readonly surface: string;
  readonly sentence: (refusal: Refusal, locale: Locale) => string;
  readonly also?: readonly string[];
}[] = [
  { surface: 'office/books', sentence: bookSentence },
  { surface: 'office/matching', sentence: matchingSentence, also: ['matchingJobs'] },
  { surface: 'office/till', sentence: tillSentence },
  { surface: 'portal/payment', sentence: sentenceOf },
  { surface: 'portal/refunds', sentence: refundSentence },
];

describe('refusals of money', () => {
  it('say their code where they are made', () => assertNone(unreadable(files, 'payments')));
  for (const { surface, sentence, also } of surfaces)
    it(`have a sentence each in ${surface}, in both languages`, () =>
      assertNone(unspoken(refusalsMet(files, surface, 'payments', also), surface, sentence)));
  it('have a sentence each where files of banks and gateways are handed in', () => {
    for (const folder of [
      'platform/validation/csv-table.ts',
      'integrations/vietqr',
      'integrations/settlement-files',
    ])
      assertNone(unspoken(refusalsIn(files, `src/${folder}`), 'office/matching', matchingSentence));
    assert.ok(refusalsIn(files, 'src/platform/validation/csv-table.ts').has('file-line'));
  });
  it('are followed through every file between a page and the rule', () => {
    for (const [surface, code, ...also] of [
      ['office/books', 'refund-four-eyes'],
      ['office/matching', 'refund-paid-elsewhere'],
      ['office/matching', 'transfer-too-small'],
      ['office/matching', 'statement-account', 'matchingJobs'],
      ['office/till', 'payment-under-way'],
      ['portal/refunds', 'refund-not-allowed'],
    ] as const)
      assert.ok(refusalsMet(files, surface, 'payments', also).has(code), `${code} in ${surface}`);
    assert.ok(!refusalsMet(files, 'portal/refunds', 'payments').has('refund-four-eyes'));
  });
});

describe('the rules of refusals find a planted fault', () => {
  const room = 'src/capabilities/money';
  const planted = new Map([
    [
      `${room}/index.ts`,
      "export { pay, type Paid } from './commands/pay.ts';\nexport { other } from './rules/other.ts';",
    ],
    [
      `${room}/commands/pay.ts`,
      [
        "import { small as tooSmall } from '../rules/small.ts';",
        "export const pay = (n: number) => (n > 9 ? refused({ code: 'too-big' }) : tooSmall(n));",
        "// export const never = () => refused({ code: 'in-a-comment' });",
        'const computed = (code: string) => refused({ code });',
      ].join('\n'),
    ],
    [
      `${room}/rules/small.ts`,
      "export function small(n: number) {\n  return refused({\n    code: 'too-small',\n  });\n}",
    ],
    [`${room}/rules/other.ts`, "export const other = () => refused({ code: 'not-taken-by-the-page' });"],
    [
      'src/surfaces/office/shop/shop.page.ts',
      "import { pay } from '#capabilities/money';\nexport const page = () => (ok ? pay(1) : refused({ code: 'choose-one' }));",
    ],
  ]);
  it('a code that is computed', () => assertFinds(unreadable(planted, 'money'), `${room}/commands/pay.ts:4`));
  it('a refusal without a sentence, or without its English one', () => {
    const known: Readonly<Record<string, readonly [string, string]>> = {
      'too-big': ['Lớn quá', 'Too big'],
      'choose-one': ['Hãy chọn', 'Hãy chọn'],
    };
    const sentence = ({ code }: Refusal, locale: Locale) =>
      known[code]?.[locale === 'vi' ? 0 : 1] ?? (locale === 'vi' ? 'Chưa làm được' : 'Not possible');
    assertFinds(
      unspoken(refusalsMet(planted, 'office/shop', 'money'), 'office/shop', sentence),
      `${room}/rules/small.ts:2`,
      'src/surfaces/office/shop/shop.page.ts:2',
    );
  });
});
