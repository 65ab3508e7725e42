import { z } from 'zod';
import { changeOwnContact, identityPermissions, ownPerson } from '#capabilities/identity';
import {
  definePage,
  htmlReply,
  type PageCtx,
  problem,
  type Reply,
  type Route,
  redirectTo,
} from '#platform/http';
import { citizenPage, type Doors } from '#surfaces/shared';
import { back, titleWith } from '../words/page.ts';
import { sayIn } from '../words/say.ts';
import { contactForm, type Faults, readContact, type Typed } from './contact-form.ts';

const path = '/cua-toi/lien-lac';
const permission = identityPermissions.changeOwnContact;
const home = '/cua-toi/du-lieu';

function show(ctx: PageCtx, doors: Doors, typed: Typed, faults: Faults = {}): Reply {
  const say = sayIn(ctx.locale);
  const wrong = Object.keys(faults).length > 0;
  const title = say('Liên lạc với bạn thế nào?', 'How do we reach you?');
  const main = contactForm(ctx, {
    action: path,
    title,
    lead: say(
      'Hồ sơ bạn nộp từ nay được điền sẵn như thế này. Hồ sơ đã nộp thì đổi ở trang của hồ sơ đó.',
      'Dossiers you file from now on start with this. For a dossier already filed, change it on its own page.',
    ),
    typed,
    faults,
    phoneRequired: false,
  });
  const before = back(home, say('Dữ liệu của bạn', 'My data'));
  const page = citizenPage(ctx, doors, { title: titleWith(say, title, wrong), main, before, noindex: true });
  return htmlReply(page, wrong ? 422 : 200);
}

/** My own phone and e-mail, kept with me and not with a dossier. */
export const ownContactPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission,
    audit: 'none',
    input: z.object({}),
    async handle(ctx) {
      const person = await ownPerson(ctx);
      if (!person) return problem('not-found');
      return show(ctx, doors, { phone: person.phone ?? '', email: person.email ?? '' });
    },
  }),
  definePage({
    method: 'POST',
    path,
    permission,
    audit: 'citizen.contact-changed',
    input: z.object({}),
    async handle(ctx) {
      const { typed, contact, faults } = readContact(ctx, doors, false);
      if (Object.keys(faults).length > 0) return show(ctx, doors, typed, faults);
      const changed = await changeOwnContact(ctx, contact);
      return changed.ok ? redirectTo(`${home}?xong=lien-lac`) : problem('not-found');
    },
  }),
];
