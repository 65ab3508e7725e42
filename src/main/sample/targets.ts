/** Where a sample dossier has come to, and by which way; shares stand in samples/an-giang/story.json. */
export const targets = [
  'returned',
  'returned-supplement',
  'returned-late',
  'returned-apology',
  'returned-opinion',
  'returned-refused',
  'returned-undone',
  'returned-paused',
  'returned-financial',
  'returned-withdrawal-refused',
  'returned-withdrawal-taken-back',
  'returned-sent-back',
  'finished',
  'finished-undone',
  'submitted',
  'submitted-late',
  'submitted-guest',
  'accepted',
  'at-appraise',
  'at-assigned',
  'at-confirm',
  'at-disputed',
  'at-check',
  'at-approve',
  'at-issue',
  'overdue',
  'apologised',
  'opinion-open',
  'guest-in-process',
  'supplement-before',
  'supplement-after',
  'supplement-sent',
  'financial',
  'withdrawal',
  'paused',
  'stopped-withdrawal-at-once',
  'stopped-withdrawal',
  'stopped-authority',
  'stopped-expired',
  'declined',
  'declined-expired',
] as const;
export type Target = (typeof targets)[number];

/** Whether the story goes on after now. */
export const isOpen = (target: Target): boolean => !/^(returned|stopped|declined)/.test(target);

/** What a procedure must have for the story to be possible. */
export interface Needs {
  readonly online: boolean;
  readonly guest: boolean;
  readonly confirm: boolean;
  readonly check: boolean;
  /** Three working days or more: nothing else leaves room for waiting and apologies. */
  readonly time: boolean;
}

const online: readonly Target[] = [
  'submitted',
  'submitted-late',
  'submitted-guest',
  'guest-in-process',
  'declined',
  'declined-expired',
  'supplement-before',
  'stopped-withdrawal-at-once',
];
const needTime: readonly Target[] = [
  'returned-apology',
  'returned-opinion',
  'returned-paused',
  'returned-financial',
  'returned-withdrawal-refused',
  'returned-withdrawal-taken-back',
  'returned-sent-back',
  'finished',
  'accepted',
  'supplement-after',
  'supplement-sent',
  'financial',
  'paused',
  'at-appraise',
  'at-assigned',
  'at-confirm',
  'at-disputed',
  'at-check',
  'at-approve',
  'at-issue',
  'apologised',
  'opinion-open',
  'guest-in-process',
  'withdrawal',
];

export const needsOf = (target: Target): Needs => ({
  online: online.includes(target),
  guest: target === 'submitted-guest' || target === 'guest-in-process',
  confirm: target === 'at-confirm' || target === 'at-disputed',
  check: target === 'at-check',
  time: needTime.includes(target),
});
