import type { Reaction } from '#platform/jobs';
import { keepTheFinder } from './keep-the-finder.ts';
import { keepTheShelf } from './keep-the-shelf.ts';
import { closeTheOvertaken, proposeTheRefunds } from './propose-refunds.ts';
import { returnElectronicResults } from './return-electronic-results.ts';
import type { ReactionDeps } from './telling/deps.ts';
import { whenACalledDossierEnds } from './when-a-called-dossier-ends.ts';
import { whenADateIsNear } from './when-a-date-is-near.ts';
import { whenADossierIsAccepted } from './when-a-dossier-is-accepted.ts';
import { whenADossierIsDeclined } from './when-a-dossier-is-declined.ts';
import { whenADossierIsIssued } from './when-a-dossier-is-issued.ts';
import { whenADossierIsMoved } from './when-a-dossier-is-moved.ts';
import { whenADossierIsStopped } from './when-a-dossier-is-stopped.ts';
import { whenADossierIsSubmitted } from './when-a-dossier-is-submitted.ts';
import { whenADraftIsShown } from './when-a-draft-is-shown.ts';
import { whenAFeeIsRequested } from './when-a-fee-is-requested.ts';
import { whenAGuestIsKnown } from './when-a-guest-is-known.ts';
import { whenAPlanTells } from './when-a-plan-tells.ts';
import { whenARefundMoves } from './when-a-refund-moves.ts';
import { whenAResultIsEnded } from './when-a-result-is-ended.ts';
import { whenAResultIsReturned } from './when-a-result-is-returned.ts';
import { whenASupplementHasExpired } from './when-a-supplement-has-expired.ts';
import { whenASupplementIsRequested } from './when-a-supplement-is-requested.ts';
import { whenAWithdrawalIsRefused } from './when-a-withdrawal-is-refused.ts';
import { whenAnAcceptanceIsUndone } from './when-an-acceptance-is-undone.ts';
import { whenAnApologyIsMade } from './when-an-apology-is-made.ts';
import { whenAnOfficerWrites } from './when-an-officer-writes.ts';
import { whenAuthorityIsMoved } from './when-authority-is-moved.ts';
import { whenMoneyMoves } from './when-money-moves.ts';
import { whenSomebodyAnswersToSign } from './when-somebody-answers-to-sign.ts';
import { whenSomebodyIsAskedToSign } from './when-somebody-is-asked-to-sign.ts';

export type { ReactionDeps };

/** "When X, then Y": the whole list, in the order in which they follow one event. */
export const reactionsOf = (deps: ReactionDeps): readonly Reaction[] => [
  keepTheFinder,
  keepTheShelf,
  whenADossierIsSubmitted(deps),
  whenADossierIsAccepted(deps),
  whenAnAcceptanceIsUndone(deps),
  whenADossierIsDeclined(deps),
  whenASupplementIsRequested(deps),
  whenASupplementHasExpired(deps),
  whenAFeeIsRequested(deps),
  whenMoneyMoves(deps),
  closeTheOvertaken(deps),
  proposeTheRefunds(deps),
  whenARefundMoves(deps),
  whenAnApologyIsMade(deps),
  whenADraftIsShown(deps),
  whenADossierIsStopped(deps),
  whenAWithdrawalIsRefused(deps),
  whenADossierIsMoved(deps),
  whenAPlanTells(deps),
  whenACalledDossierEnds(deps),
  whenADossierIsIssued(deps),
  returnElectronicResults(deps),
  whenAResultIsReturned(deps),
  whenAResultIsEnded(deps),
  whenAnOfficerWrites(deps),
  whenAuthorityIsMoved(deps),
  whenADateIsNear(deps),
  whenAGuestIsKnown(deps),
  whenSomebodyIsAskedToSign(deps),
  whenSomebodyAnswersToSign(deps),
];
