/** Kinds of items by how they are found; `payments.match_kinds` has the same. */
export const kindGroups = {
  gateway: [
    'unknown-reference',
    'foreign-merchant',
    'line-twice',
    'taken-twice',
    'returned-there',
    'returned-here',
    'only-here',
    'only-there',
    'amount',
    'session-sum',
  ],
  charge: ['charge-sum', 'receipt-missing'],
  dossier: ['not-told', 'told-only'],
  unresolved: ['session-open', 'session-odd', 'surplus', 'event-failed'],
  file: ['file-missing'],
  transfer: [
    'transfer-no-code',
    'transfer-unknown-code',
    'transfer-nothing-owed',
    'transfer-amount',
    'transfer-under-way',
    'transfer-other-account',
  ],
  outgoing: [
    'out-unknown-code',
    'out-amount',
    'out-not-approved',
    'out-overtaken',
    'out-elsewhere',
    'out-twice',
  ],
} as const;

export type KindGroup = keyof typeof kindGroups;
export type DifferenceKind = (typeof kindGroups)[KindGroup][number];
export const kindGroupNames = Object.keys(kindGroups) as readonly KindGroup[];
export const differenceKinds: readonly DifferenceKind[] = Object.values(kindGroups).flat();

/** What a person may do with an item of a kind, beside taking it, explaining and closing it. */
export interface Tools {
  readonly ask: boolean;
  readonly tell: boolean;
  readonly assign: boolean;
  readonly tie: boolean;
  readonly mark: readonly ('refund' | 'surplus')[];
}

const asking: readonly DifferenceKind[] = [
  'line-twice',
  'taken-twice',
  'returned-there',
  'returned-here',
  'only-here',
  'only-there',
  'amount',
  'session-sum',
  'session-open',
  'session-odd',
  'surplus',
];
const marking: Partial<Record<DifferenceKind, Tools['mark']>> = {
  'unknown-reference': ['surplus'],
  'taken-twice': ['refund'],
  amount: ['refund', 'surplus'],
  'session-odd': ['refund', 'surplus'],
  surplus: ['refund'],
  'only-there': ['refund', 'surplus'],
  'transfer-no-code': ['refund'],
  'transfer-unknown-code': ['refund'],
  'transfer-nothing-owed': ['refund'],
  'transfer-amount': ['refund'],
  'transfer-under-way': ['refund'],
  'transfer-other-account': ['refund'],
};

export const toolsOf = (kind: DifferenceKind): Tools => ({
  ask: asking.includes(kind),
  tell: kind === 'not-told',
  assign: kind.startsWith('transfer-'),
  tie: kind.startsWith('out-'),
  mark: marking[kind] ?? [],
});
