import type { Applicant } from '#capabilities/dossiers';
import { type CodeLists, isAddress } from '#capabilities/forms';
import type { PageCtx } from '#platform/http';
import { answered } from '../delivery/delivery-page.ts';
import { addressInWords } from './known.ts';
import { type OpenFiling, representingOf } from './open-filing.ts';

/** Stands where a guest has not said a name: an officer asks for it when the identity is proven. */
const unnamed = 'Người nộp chưa xác minh';

/**
 * Who asks: what VNeID vouches for goes first, then what the form says about the one who files, then the contact
 * given for notices.
 */
export function applicantOf(ctx: PageCtx, filing: OpenFiling, lists: CodeLists): Applicant {
  const { draft, known } = filing;
  const said = (source: string): string | undefined => {
    const value = known[source] ?? answered(filing, source);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const typedFirst = (source: string): string | undefined => {
    const value = answered(filing, source) ?? known[source];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const personalNumber = said('person.personalNumber');
  const birthDate = said('person.birthDate');
  const phone = draft.facts.contact?.phone ?? typedFirst('person.phone');
  const email = draft.facts.contact?.email ?? typedFirst('person.email');
  const place = answered(filing, 'person.address') ?? known['person.address'];
  const { represented } = draft.facts;
  const signedName = ctx.actor.kind === 'citizen' ? ctx.actor.name : '';
  return {
    name: said('person.name') ?? (signedName || unnamed),
    ...(personalNumber && { personalNumber }),
    ...(birthDate && { birthDate }),
    ...(phone && { phone }),
    ...(email && { email }),
    ...(isAddress(place) && { address: addressInWords(lists, place) }),
    ...(represented && representingOf(draft.facts) !== 'self' ? { represented } : {}),
    representing: representingOf(draft.facts),
  };
}
