import { z } from 'zod';
import { dossierPermissions, presence, recordReading } from '#capabilities/dossiers';
import { resultsOf } from '#capabilities/results';
import { allows } from '#kernel/actor';
import { inLocale } from '#kernel/text';
import { definePage, type PageCtx, problem, type Reply } from '#platform/http';
import { csrfField, type Doors, paperPlaces, paperSourceOf, papersOf } from '#surfaces/shared';
import { deskOf } from '../core/desk.ts';
import { officeReply } from '../core/frame.ts';
import { readFrom } from '../core/from.ts';
import { officerActs, officerIntents } from '../words/acts.ts';
import { declarationView } from './declaration.ts';
import { dossierView, type Side, sides } from './dossier.view.ts';
import { neighboursOf } from './neighbours.ts';
import { type Opened, openDossier } from './open.ts';
import { chosenPaper } from './papers.view.ts';
import { purposeOf, purposes } from './purposes.ts';
import { scanView } from './scan.ts';
import type { TalkTyped } from './talk.view.ts';

const input = z.object({
  code: z.string().max(60),
  mat: z.enum(sides).catch('ho-so').default('ho-so'),
  giay: z.string().max(40).optional(),
  tu: z.string().max(400).default(''),
  xong: z.string().max(40).optional(),
  'muc-dich': z.string().max(40).optional(),
});

/** `/mot-cua/ho-so/<code>`: facts left, paper right, the next act on top. Opening it is recorded as a reading. */
export const dossierPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/mot-cua/ho-so/:code',
    permission: dossierPermissions['dossiers.read'],
    audit: 'dossier.reading',
    input,
    async handle(ctx, asked) {
      const opened = await openDossier(ctx, doors, asked.code);
      if (!opened) return problem('not-found');
      return dossierReply(ctx, doors, opened, {
        side: asked.mat,
        paper: asked.giay,
        from: asked.tu,
        done: asked.xong,
        purpose: asked['muc-dich'],
      });
    },
  });

interface Asked {
  readonly side: Side;
  readonly paper?: string | undefined;
  readonly from?: string | undefined;
  readonly done?: string | undefined;
  readonly purpose?: string | undefined;
  readonly typed?: TalkTyped | undefined;
}

/** The page of a dossier, also when a message or note on it could not be kept (then with what was typed). */
export async function dossierReply(ctx: PageCtx, doors: Doors, opened: Opened, asked: Asked): Promise<Reply> {
  const { view, ref, directory, say } = opened;
  const desk = await deskOf(ctx, doors);
  const canAct = officerIntents.some((intent) => opened.whyNot[intent] === undefined);
  const isAsked = view.state.opinions.some(({ unit, answer }) => unit === opened.unit && !answer);
  const purpose = purposeOf(asked.purpose, canAct || view.state.holder === opened.unit, isAsked);
  const unitName = directory.get(opened.unit).name;
  await recordReading(ctx, ref, { id: opened.unit, name: unitName }, purposes[purpose]?.vi ?? purpose);
  const from = readFrom(asked.from);
  const chosen = chosenPaper(opened, asked.paper);
  const [others, neighbours, pages, registered, signed] = await Promise.all([
    presence(ctx, ref),
    from && neighboursOf(ctx, desk, from, opened.code),
    chosen?.sha256 ? doors.files.pages(chosen.sha256, chosen.kind ?? '').catch(() => 0) : 0,
    resultsOf(ctx, ref),
    declarationView(ctx, doors, opened, chosen).then((own) => own ?? scanView(ctx, doors, opened, chosen)),
  ]);
  const places = await paperPlaces(doors, view.rules.definition);
  const receiver = directory.byId(view.state.receiver)?.adminCode;
  const main = dossierView({
    opened,
    hidden: csrfField(ctx),
    side: asked.side,
    from: from ? (asked.from ?? '') : '',
    neighbours,
    paper: { chosen, pages, signed },
    prints: papersOf(doors.papers, paperSourceOf(view), places),
    registered,
    purpose,
    others,
    elsewhere: receiver !== directory.byId(view.state.competent)?.adminCode,
    done: doneWords(opened, asked.done),
    may: {
      message: allows(ctx.actor, dossierPermissions['dossiers.message']),
      note: allows(ctx.actor, dossierPermissions['dossiers.note'], opened.unit),
    },
    uploads: { csrf: ctx.csrf, rule: doors.files.rule, maxBytes: doors.place.maxUpload },
    typed: asked.typed,
  });
  const name = `${view.dossier.procedure_name} ${opened.code}`;
  const title = asked.typed ? say(`Lỗi: ${name}`, `Error: ${name}`) : name;
  return officeReply(ctx, doors, { title, main, at: from?.list, status: asked.typed ? 422 : 200 }, desk);
}

function doneWords({ say, locale }: Opened, slug: string | undefined): string | undefined {
  if (slug === 'ket-thuc-ket-qua')
    return say('Đã ghi. Ai kiểm tra cũng thấy ngay.', 'It is recorded. Whoever checks sees it at once.');
  if (slug === 'tin-nhan') return say('Đã gửi tin nhắn.', 'The message is sent.');
  if (slug === 'ghi-chu') return say('Đã lưu ghi chú.', 'The note is kept.');
  const intent = officerIntents.find((each) => officerActs[each].slug === slug);
  return intent && inLocale(officerActs[intent].done, locale);
}
