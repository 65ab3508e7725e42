import { type AnyTelling, type CommonWords, moneyWords } from '#capabilities/dossiers';
import { type Moment, sendNotice, type Words } from '#capabilities/messages';
import type { LocalText } from '#kernel/text';
import type { OutboxEvent, Reacting } from '#platform/jobs';
import type { About } from './about.ts';
import type { ReactionDeps } from './deps.ts';

const trackingLink = (publicUrl: string, code: string): string =>
  `${publicUrl}/tra-cuu?ma=${encodeURIComponent(code)}`;

/** Writes to the person whose dossier it is: inbox and, when an address was given at filing, e-mail. */
export async function tell(
  deps: ReactionDeps,
  event: OutboxEvent,
  { transactor }: Reacting,
  { dossier, ref, bill, owed }: About,
  telling: AnyTelling,
): Promise<void> {
  const { name } = await deps.services.unit(telling.unit);
  const payAt = bill === undefined ? '' : `${deps.publicUrl}/thanh-toan/${bill}`;
  const common: Record<CommonWords, string | LocalText> = {
    code: dossier.code,
    procedure: dossier.procedure_name,
    unit: name,
    // Who is asked for money is led to where it is paid, and may hand the link on.
    link: (telling.moment === 'fee-asked' && payAt) || trackingLink(deps.publicUrl, dossier.code),
    owed: owed > 0 ? moneyWords(owed) : '',
    pay: owed > 0 ? payAt : '',
  };
  const { email } = dossier.applicant;
  const own = await deps.templatesOf(dossier.procedure_code, dossier.procedure_version);
  await sendNotice(transactor, deps.messages.with(own), {
    moment: telling.moment,
    source: event.id,
    at: event.at,
    to: { person: dossier.person_id, email: typeof email === 'string' ? email : undefined },
    dossier: { ...ref, code: dossier.code },
    words: { ...common, ...telling.words } as Words<Moment>,
    ...(telling.paper ? { paper: telling.paper } : {}),
  });
}
