/** Moments at which a person is written to, with the words their texts may use. */
const everywhere = ['code', 'procedure', 'unit', 'link'] as const;

/** What is still to be paid, and where; both are empty where nothing is owed, and the line of the text is left out. */
const ofMoney = ['owed', 'pay'] as const;

export const moments = {
  submitted: ['answerBy', ...ofMoney],
  accepted: ['due'],
  'acceptance-undone': ['reason'],
  declined: ['reason'],
  'supplement-asked': ['until', 'papers', 'reason', ...ofMoney],
  'supplement-expired': ['until'],
  'fee-asked': ['amount', 'reason'],
  'refund-proposed': ['amount', 'page'],
  'refund-approved': ['amount', 'page'],
  'refund-paid': ['amount', 'page', 'evidence'],
  'refund-refused': ['amount', 'page', 'reason'],
  apology: ['reason', 'newDate'],
  'draft-to-confirm': ['until'],
  stopped: ['reason'],
  'ready-to-collect': ['number', ...ofMoney],
  'result-electronic': ['number'],
  'result-revoked': ['number', 'ground', 'page'],
  'result-replaced': ['number', 'newer', 'ground', 'page'],
  returned: [],
  'officer-message': [],
  'withdrawal-decided': ['decision'],
  'version-moved': ['reason', 'ground', 'due'],
  'authority-moved': ['decision', 'day', 'before', 'after', 'outcome'],
  'step-passed': ['about'],
  'sign-asked': ['by', 'until'],
  'sign-answered': ['by', 'answer'],
  'near-due': ['due'],
} as const satisfies Record<string, readonly string[]>;

export type Moment = keyof typeof moments;
export const momentNames = Object.keys(moments) as Moment[];

export type WordsOf<M extends Moment> = (typeof moments)[M][number] | (typeof everywhere)[number];

export const wordsOf = (moment: Moment): readonly string[] => [...everywhere, ...moments[moment]];

/** Alike everywhere: officers are reminded, others are asked to sign, and what they answer is told before there is a dossier. */
const common = ['near-due', 'sign-asked', 'sign-answered'] as const satisfies readonly Moment[];
type CommonMoment = (typeof common)[number];
const isCommon = (moment: Moment): moment is CommonMoment => common.some((each) => each === moment);
/** What a procedure may say in its own words: everything that its applicant hears of a dossier. */
export type OwnMoment = Exclude<Moment, CommonMoment>;
export const isOwnMoment = (moment: Moment): moment is OwnMoment => !isCommon(moment);
export const ownMoments = momentNames.filter(isOwnMoment);
