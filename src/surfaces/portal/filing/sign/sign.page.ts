import { z } from 'zod';
import {
  beginSigning,
  type Declaration,
  declarationOf,
  declare,
  endSigning,
  invite,
  withdrawInvitation,
} from '#capabilities/declarations';
import { dossierPermissions, weighDraft } from '#capabilities/dossiers';
import type { UnitId } from '#kernel/ids';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import {
  definePage,
  htmlReply,
  type PageCtx,
  problem,
  type Reply,
  type Route,
  redirectTo,
} from '#platform/http';
import { broughtBack, type Doors } from '#surfaces/shared';
import { sayIn } from '../../words/say.ts';
import { applicantOf } from '../core/applicant.ts';
import { type OpenFiling, openFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import { isOpen } from '../core/road.ts';
import { hasSentence, sentenceFor } from '../core/sentences.ts';
import { declaredContent } from './content.ts';
import { type SignView, signView } from './sign.view.ts';

const permission = dossierPermissions['dossiers.file'];
const own = z.object({ draft: z.string() });

/** Where a provider sends people back; known to it beforehand, so it names no draft. */
export const backPath = '/ky-so/ve';
export const askedPath = (declaration: string): string => `/cua-toi/ky/${declaration}`;

const weigh = (ctx: PageCtx, doors: Doors, { definition, draft }: OpenFiling) =>
  weighDraft(definition, draft, doors.services.lists, ctx.clock.now());

interface Place {
  readonly filing: OpenFiling;
  readonly declaration: Declaration;
}
type Told = Pick<SignView, 'errors' | 'typed' | 'done'>;

function show(
  ctx: PageCtx,
  doors: Doors,
  { filing, declaration }: Place,
  told: Told = {},
  status = 200,
): Reply {
  const changed = weigh(ctx, doors, filing).hash !== declaration.bodyHash;
  return htmlReply(signView(ctx, doors, { filing, declaration, changed, ...told }), status);
}

/** The draft and what stands ready to be signed; else where to go first. */
async function placeOf(ctx: PageCtx, doors: Doors, draft: string): Promise<Place | Reply> {
  const filing = await openFiling(ctx, doors, draft);
  if (!filing) return problem('not-found');
  if (filing.draft.dossier_id) return redirectTo(paths.done(draft));
  const declaration = await declarationOf(ctx, draft);
  return declaration ? { filing, declaration } : redirectTo(paths.check(draft));
}
const isReply = (place: Place | Reply): place is Reply => !('filing' in place);

const refusedHere = (
  ctx: PageCtx,
  doors: Doors,
  place: Place,
  refusal: Refusal,
  typed?: Told['typed'],
): Reply =>
  show(
    ctx,
    doors,
    place,
    {
      errors: [
        {
          text: inLocale(sentenceFor(refusal), ctx.locale),
          ...(refusal.field && { target: refusal.field, field: refusal.field }),
        },
      ],
      ...(typed && { typed }),
    },
    422,
  );

export const signPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'POST',
    path: '/nop-ho-so/:draft/ky',
    permission,
    audit: 'declaration.made',
    input: own.extend({ 'noi-dung': z.string().max(200).default('') }),
    async handle(ctx, { draft, 'noi-dung': shown }) {
      const filing = await openFiling(ctx, doors, draft);
      if (!filing) return problem('not-found');
      if (filing.draft.dossier_id) return redirectTo(paths.done(draft));
      const weighed = weigh(ctx, doors, filing);
      const receiver = filing.draft.receiver_unit as UnitId | null;
      const { services } = doors;
      const competent =
        receiver &&
        (await services.competentUnit(
          filing.definition,
          weighed.filing.answers,
          receiver,
          weighed.filing.facts,
        ));
      // The check page says what is missing.
      const ready = isOpen(filing.road, '@kiem-tra') && weighed.filing.errors.length === 0;
      if (!receiver || !competent || !ready || weighed.hash !== shown) return redirectTo(paths.check(draft));
      const nameOf = async (unit: UnitId) => (await services.unit(unit)).name;
      const made = await declare(ctx, {
        draft,
        receiver,
        others: filing.definition.assurance.coSigners ?? 0,
        content: declaredContent({
          filing,
          weighed,
          applicant: applicantOf(ctx, filing, services.lists).name,
          centre: await nameOf(receiver),
          competent: await nameOf(competent),
        }),
      });
      return redirectTo(made.ok ? paths.sign(draft) : paths.signIn(paths.check(draft)));
    },
  }),
  definePage({
    method: 'GET',
    path: '/nop-ho-so/:draft/ky',
    permission,
    audit: 'none',
    input: own.extend({ xong: z.string().max(20).default(''), loi: z.string().max(60).default('') }),
    async handle(ctx, { draft, xong, loi }) {
      const place = await placeOf(ctx, doors, draft);
      if (isReply(place)) return place;
      if (loi !== '') return refusedHere(ctx, doors, place, { code: knownCode(loi) });
      const say = sayIn(ctx.locale);
      const words: Readonly<Record<string, string>> = {
        'da-ky': say('Đã nhận chữ ký của bạn.', 'Your signature has come.'),
        'da-moi': say('Đã mời. Bạn có thể nhắn cho họ biết.', 'They are asked. You may tell them.'),
        'da-rut': say('Đã rút lời mời.', 'The invitation is withdrawn.'),
      };
      return show(ctx, doors, place, { done: words[xong] });
    },
  }),
  definePage({
    method: 'POST',
    path: '/nop-ho-so/:draft/ky/bat-dau',
    permission,
    audit: 'declaration.begin',
    input: own.extend({ 'nha-cung-cap': z.string().max(40).default('') }),
    perMinute: 20,
    async handle(ctx, { draft, 'nha-cung-cap': provider }) {
      const place = await placeOf(ctx, doors, draft);
      if (isReply(place)) return place;
      if (!doors.signing) return refusedHere(ctx, doors, place, { code: 'sign-not-offered' });
      if (weigh(ctx, doors, place.filing).hash !== place.declaration.bodyHash)
        return redirectTo(paths.sign(draft));
      const begun = await beginSigning(ctx, doors.signing, {
        declaration: place.declaration.id,
        provider,
        words: wordsOf(place.declaration),
        returnTo: `${doors.place.publicUrl}${backPath}`,
      });
      return begun.ok ? redirectTo(begun.value.url) : refusedHere(ctx, doors, place, begun.refusal);
    },
  }),
  definePage({
    method: 'POST',
    path: '/nop-ho-so/:draft/ky/moi',
    permission,
    audit: 'declaration.invite',
    input: own.extend({
      ten: z.string().max(200).default(''),
      so: z.string().max(40).default(''),
      email: z.string().max(255).default(''),
    }),
    async handle(ctx, { draft, ten, so, email }) {
      const place = await placeOf(ctx, doors, draft);
      if (isReply(place)) return place;
      const asked = await invite(ctx, place.declaration.id, { name: ten, personalNumber: so, email });
      if (!asked.ok) return refusedHere(ctx, doors, place, asked.refusal, { ten, so, email });
      return redirectTo(`${paths.sign(draft)}?xong=da-moi`);
    },
  }),
  definePage({
    method: 'POST',
    path: '/nop-ho-so/:draft/ky/rut',
    permission,
    audit: 'declaration.withdraw',
    input: own.extend({ nguoi: z.uuid() }),
    async handle(ctx, { draft, nguoi }) {
      const place = await placeOf(ctx, doors, draft);
      if (isReply(place)) return place;
      const gone = await withdrawInvitation(ctx, place.declaration.id, nguoi);
      if (!gone.ok) return refusedHere(ctx, doors, place, gone.refusal);
      return redirectTo(`${paths.sign(draft)}?xong=da-rut`);
    },
  }),
  backPage(doors),
];

/** What stands on the page of the provider. */
export const wordsOf = ({ content }: Pick<Declaration, 'content'>): string =>
  `${content.procedure.name} (${content.procedure.code}), gửi ${content.to}`;

/** In the address back stands a code, never a text: another one is simply "it did not work". */
export const knownCode = (code: string): string =>
  /^[a-z-]{3,60}$/.test(code) && hasSentence(code) ? code : 'sign-failed';

/** The browser comes back from the provider with what its holder agreed to, or did not. */
const backPage = (doors: Doors): Route =>
  definePage({
    method: 'GET',
    path: backPath,
    permission,
    audit: 'declaration.sign',
    input: broughtBack,
    perMinute: 30,
    async handle(ctx, { state, code, error }) {
      if (!doors.signing) return problem('not-found');
      const { from, signed } = await endSigning(ctx, doors.signing, { state, code, error });
      if (!from) return redirectTo('/cua-toi');
      const at = from.applicant ? paths.sign(from.draft) : askedPath(from.declaration);
      return redirectTo(`${at}?${signed.ok ? 'xong=da-ky' : `loi=${signed.refusal.code}`}`);
    },
  });
