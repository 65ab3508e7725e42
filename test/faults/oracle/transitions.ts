/**
 * The oracle's own copy of which fact may follow in which stage, written from the national status list and its
 * transitions (1 registered, 2 accepted, 3 not accepted, 4 in process, 5 supplement, 6 financial obligation,
 * 7 withdrawal asked, 8 stopped or paused, 9 finished, 10 returned). `back` leads to where the wait began.
 */
export type Stage = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8-paused' | '8' | '9' | '10';
type To = Stage | 'same' | 'back';

export interface Step {
  readonly from: readonly Stage[];
  readonly to: To;
}

const working: readonly Stage[] = ['2', '4'];
const unfinished: readonly Stage[] = ['1', '2', '4', '5', '6', '7', '8-paused'];

export const transitions: Readonly<Record<string, Step>> = {
  accepted: { from: ['1'], to: '2' },
  declined: { from: ['1', '5'], to: '3' },
  'supplement-requested': { from: ['1', '2', '4'], to: '5' },
  'supplement-sent': { from: ['5'], to: 'same' },
  'supplement-confirmed': { from: ['5'], to: 'back' },
  'supplement-expired': { from: ['5'], to: 'same' },
  // From 4 a fee is waited for (6); elsewhere it is merely owed. See `afterFee`.
  'fee-requested': { from: ['1', '2', '4', '9'], to: 'same' },
  'fee-paid': { from: ['1', '2', '4', '5', '6', '8-paused', '9'], to: 'same' },
  'fee-exempted': { from: ['1', '2', '4', '5', '6', '8-paused', '9'], to: 'same' },
  'scans-signed': { from: ['1', '2', '4', '5', '6', '8-paused', '9'], to: 'same' },
  'clock-resumed': { from: ['6'], to: 'back' },
  'handed-over': { from: ['2', '4', '9'], to: 'same' },
  'taken-over': { from: ['2', '4', '9'], to: 'same' },
  assigned: { from: working, to: 'same' },
  'step-finished': { from: working, to: '4' },
  'step-returned': { from: ['4'], to: '4' },
  'pulled-back': { from: ['4'], to: '4' },
  'opinion-asked': { from: ['4'], to: 'same' },
  'opinion-given': { from: ['2', '4', '5', '8-paused'], to: 'same' },
  'timer-fired': { from: ['2', '4', '9'], to: 'same' },
  'message-received': { from: ['2', '4', '9'], to: 'same' },
  'service-run': { from: ['2', '4', '5', '8-paused', '9'], to: 'same' },
  'call-opened': { from: ['2', '4', '9'], to: 'same' },
  'call-ended': { from: ['2', '4', '5', '6', '7', '8-paused', '9'], to: 'same' },
  paused: { from: working, to: '8-paused' },
  resumed: { from: ['8-paused'], to: 'back' },
  'withdrawal-requested': { from: ['1', '2', '4', '5', '6'], to: '7' },
  'withdrawal-taken-back': { from: ['7'], to: 'back' },
  'withdrawal-refused': { from: ['7'], to: 'back' },
  stopped: { from: ['4', '5', '7', '8-paused'], to: '8' },
  apologised: { from: ['2', '4', '8-paused'], to: 'same' },
  'result-drafted': { from: working, to: 'same' },
  'draft-shown': { from: working, to: 'same' },
  'draft-confirmed': { from: ['4'], to: 'same' },
  'draft-disputed': { from: ['4'], to: 'same' },
  'result-approved': { from: ['4'], to: 'same' },
  'result-sent-back': { from: ['4'], to: '4' },
  issued: { from: ['4'], to: '9' },
  returned: { from: ['9'], to: '10' },
  'return-undone': { from: ['10'], to: '9' },
  'identity-confirmed': { from: unfinished, to: 'same' },
  'authority-moved': { from: unfinished, to: 'same' },
  'moved-to-version': { from: ['1', '2', '4', '5', '6', '7', '8-paused'], to: 'same' },
};

/** Stages by the names the product stores. */
export const storedNames: Readonly<Record<Stage, string>> = {
  '1': 'submitted',
  '2': 'accepted',
  '3': 'declined',
  '4': 'in-process',
  '5': 'supplement',
  '6': 'financial',
  '7': 'withdrawal',
  '8-paused': 'paused',
  '8': 'stopped',
  '9': 'finished',
  '10': 'returned',
};
export const statusOf = (stage: Stage): number => Number(stage.split('-')[0]);
