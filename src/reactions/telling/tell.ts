import { type Moment, sendNotice, type Words } from '#capabilities/messages';
import type { UnitId } from '#kernel/ids';
import type { LocalText } from '#kernel/text';
import type { OutboxEvent, Reacting } from '#platform/jobs';
import type { About } from './about.ts';
import type { ReactionDeps } from './deps.ts';

/** Words that every message may use, found here so that reactions name only their own. */
type Common = 'code' | 'procedure' | 'unit' | 'link';
type OwnWords<M extends Moment> = Omit<Words<M>, Common>;

const trackingLink = (publicUrl: string, code: string): string =>
  `${publicUrl}/tra-cuu?ma=${encodeURIComponent(code)}`;

export interface Telling<M extends Moment> {
  readonly moment: M;
  readonly words: OwnWords<M>;
  /** The unit the message speaks for. */
  readonly unit: UnitId;
  readonly paper?: string;
}

/** Writes to the person whose dossier it is: inbox and, when an address was given at filing, e-mail. */
export async function tell<M extends Moment>(
  deps: ReactionDeps,
  event: OutboxEvent,
  { transactor }: Reacting,
  { dossier, ref }: About,
  telling: Telling<M>,
): Promise<void> {
  const { name } = await deps.services.unit(telling.unit);
  const common: Record<Common, string | LocalText> = {
    code: dossier.code,
    procedure: dossier.procedure_name,
    unit: name,
    link: trackingLink(deps.publicUrl, dossier.code),
  };
  const { email } = dossier.applicant;
  await sendNotice(transactor, deps.messages, {
    moment: telling.moment,
    source: event.id,
    at: event.at,
    to: { person: dossier.person_id, email: typeof email === 'string' ? email : undefined },
    dossier: { ...ref, code: dossier.code },
    words: { ...common, ...telling.words },
    ...(telling.paper ? { paper: telling.paper } : {}),
  });
}
