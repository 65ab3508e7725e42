import { z } from 'zod';
import { record } from '#capabilities/audit';
import { type Contact, contactFault } from '#capabilities/identity';
import type { UnitId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import { json, params, query } from '#platform/db';
import type { DossierRef } from '../queries/load-dossier.ts';
import type { Stage } from '../rules/state.ts';

const changeContact = query({
  file: new URL('../queries/change-contact.sql', import.meta.url),
  params: params<{ home_unit: string; id: string; person: string; contact: string; ended: string[] }>(),
  row: z.object({ code: z.string() }),
});

/** Nothing more is told about these. */
const ended: readonly Stage[] = ['declined', 'stopped', 'returned'];

/** Whether the contact of a dossier at this stage may still be changed by its owner. */
export const mayChangeContact = (stage: Stage): boolean => !ended.includes(stage);

/**
 * Where to reach the person about one dossier, from now on. It is an address for what is still to be told and no fact of
 * the filing, so no act: what was said when filing stays in the answers.
 */
export async function changeDossierContact(
  ctx: Ctx,
  ref: DossierRef,
  contact: Contact & { readonly phone: string },
): Promise<Outcome<Contact>> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return refused({ code: 'not-yours' });
  const fault = contactFault(contact);
  if (fault) return refused(fault);
  return ctx.db.transact(scopeOf(actor), async (transactor): Promise<Outcome<Contact>> => {
    const changed = await transactor.find(changeContact, {
      home_unit: ref.homeUnit,
      id: ref.id,
      person: actor.person,
      contact: json({ phone: contact.phone, ...(contact.email === null ? {} : { email: contact.email }) }),
      ended: [...ended],
    });
    if (!changed) return refused({ code: 'other-stage' });
    await record(transactor, ctx, {
      action: 'dossier.contact-changed',
      subject: changed.code,
      homeUnit: ref.homeUnit as UnitId,
    });
    return done(contact);
  });
}
