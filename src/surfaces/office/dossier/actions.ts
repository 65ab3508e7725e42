import { type OfficerIntent, officerIntents } from '../words/acts.ts';
import type { Opened } from './open.ts';

/** The order in which a dossier's next act is looked for: what moves it on, before what holds it up. */
const onward: readonly OfficerIntent[] = [
  'accept',
  'take-over',
  'approve-result',
  'issue',
  'finish-step',
  'draft-result',
  'return-result',
  'take-fee',
  'give-opinion',
  'confirm-supplement',
  'resume',
  'allow-withdrawal',
  'assign',
];

export interface Actions {
  /** The one filled button. */
  readonly next: OfficerIntent | undefined;
  readonly others: readonly OfficerIntent[];
  /** With the code of the reason. */
  readonly impossible: readonly { readonly intent: OfficerIntent; readonly code: string }[];
}

/** What can be done now, the next act first; and why not, for everything else. */
export function actionsOf({ whyNot, view }: Pick<Opened, 'whyNot' | 'view'>): Actions {
  const possible = officerIntents.filter((intent) => whyNot[intent] === undefined);
  const { supplement } = view.state;
  // Until the papers have come there is nothing to confirm in the ordinary course of things.
  const early = (intent: OfficerIntent) =>
    intent === 'confirm-supplement' && supplement !== undefined && supplement.sentAt === undefined;
  const next = onward.find((intent) => possible.includes(intent) && !early(intent));
  return {
    next,
    others: possible.filter((intent) => intent !== next),
    impossible: officerIntents.flatMap((intent) => {
      const code = whyNot[intent];
      return code === undefined ? [] : [{ intent, code }];
    }),
  };
}
