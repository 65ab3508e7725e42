import type { OfficerIntent } from '../../words/acts.ts';
import type { ActForm } from '../act-form.ts';
import * as ending from './ending.ts';
import { exemptFee } from './exempt-fee.ts';
import { askFee, takeFee } from './fees.ts';
import { receiveMessage } from './message.ts';
import * as moving from './moving.ts';
import { askOpinion, giveOpinion } from './opinions.ts';
import { draftResult, issue } from './result.ts';
import { signScansForm } from './scans.ts';
import { askSupplement } from './supplement.ts';

/** Every act of the office has its form; the compiler finds the one that is missing. */
export const actForms: Readonly<Record<OfficerIntent, ActForm>> = {
  accept: ending.accept,
  decline: ending.decline,
  'ask-supplement': askSupplement,
  'confirm-supplement': ending.confirmSupplement,
  'ask-fee': askFee,
  'take-fee': takeFee,
  'exempt-fee': exemptFee,
  'take-over': ending.takeOver,
  assign: moving.assign,
  'finish-step': moving.finishStep,
  'return-step': moving.returnStep,
  'pull-back': moving.pullBack,
  'ask-opinion': askOpinion,
  'give-opinion': giveOpinion,
  'receive-message': receiveMessage,
  pause: ending.pause,
  resume: ending.resume,
  'refuse-withdrawal': ending.refuseWithdrawal,
  'allow-withdrawal': ending.allowWithdrawal,
  stop: ending.stop,
  apologise: ending.apologise,
  'draft-result': draftResult,
  'approve-result': moving.approveResult,
  'send-back-result': moving.sendBackResult,
  issue,
  'return-result': ending.returnResult,
  'undo-return': ending.undoReturn,
  'confirm-identity': ending.confirmIdentity,
  'sign-scans': signScansForm,
};
