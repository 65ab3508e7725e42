import { z } from 'zod';
import type { DossierView, StoredFile } from '#capabilities/dossiers';
import { definePage, problem, type Reply, type Route } from '#platform/http';
import { type Doors, dossierPaper, paperPlaces, paperSourceOf, provenPaper } from '#surfaces/shared';
import { calendarReply } from '../tracking/calendar-reply.ts';
import { mayRead } from '../tracking/may-read.ts';
import { paperReply } from '../tracking/paper-reply.ts';
import { trackedByOwner } from '../tracking/tracked.ts';
import { sayIn } from '../words/say.ts';
import { contentView, readingsView } from './content.view.ts';
import { codeInput, dossierReply, openMine, ownPermission, refOf } from './mine.ts';

/** `<document>` or `<message>.<number of the attachment>`: a name that leads nowhere outside this dossier. */
function fileOf(
  { documents, messages }: DossierView,
  name: string,
): Pick<StoredFile, 'sha256' | 'name'> | undefined {
  const [id, index] = name.split('.');
  if (index !== undefined) return messages.find((message) => message.id === id)?.files[Number(index)];
  const document = documents.find((row) => row.id === id);
  return document?.sha256
    ? { sha256: document.sha256, name: document.file_name ?? document.title }
    : undefined;
}

async function fileReply(doors: Doors, file: Pick<StoredFile, 'sha256' | 'name'>): Promise<Reply> {
  const stream = await doors.files.open(file.sha256);
  if (!stream) return problem('not-found');
  return {
    kind: 'bytes',
    status: 200,
    // Never shown by the browser itself: what people upload runs nowhere.
    type: 'application/octet-stream',
    bytes: stream,
    headers: {
      'content-disposition': doors.files.disposition(file.name),
      'content-security-policy': "sandbox; default-src 'none'",
    },
  };
}

const base = '/cua-toi/ho-so/:code';
const common = { method: 'GET', permission: ownPermission, audit: 'none' } as const;

/** Pages of my dossier that only show: who looked, what was filed, papers, files, the calendar file. */
export const readOnlyPages = (doors: Doors): readonly Route[] => [
  definePage({
    ...common,
    path: `${base}/ai-da-xem`,
    input: codeInput,
    async handle(ctx, { code }) {
      const view = await openMine(ctx, doors, code);
      if (!view) return problem('not-found');
      const say = sayIn(ctx.locale);
      const title = say('Ai đã xem hồ sơ của bạn?', 'Who looked at your dossier?');
      const main = readingsView(say, view.readings);
      return dossierReply(ctx, doors, { code: view.dossier.code, title, main });
    },
  }),
  definePage({
    ...common,
    path: `${base}/noi-dung`,
    input: codeInput,
    async handle(ctx, { code }) {
      const view = await openMine(ctx, doors, code);
      if (!view) return problem('not-found');
      const say = sayIn(ctx.locale);
      const title = say('Những gì đã nộp', 'What was filed');
      const main = contentView(say, ctx.locale, view);
      return dossierReply(ctx, doors, { code: view.dossier.code, title, main });
    },
  }),
  definePage({
    ...common,
    path: `${base}/giay/:paper`,
    input: codeInput.extend({ paper: z.string().max(40) }),
    perMinute: 60,
    async handle(ctx, { code, paper }) {
      const view = await openMine(ctx, doors, code);
      if (!view || !mayRead(paper, view.state)) return problem('not-found');
      const drawn = await dossierPaper(
        doors,
        paper,
        paperSourceOf(view),
        await paperPlaces(doors, view.rules.definition, ctx.locale),
      );
      return paperReply(doors, await provenPaper(ctx, doors, { ref: refOf(view), name: paper }, drawn));
    },
  }),
  definePage({
    ...common,
    path: `${base}/tep/:file`,
    input: codeInput.extend({ file: z.string().max(60) }),
    async handle(ctx, { code, file }) {
      const view = await openMine(ctx, doors, code);
      const found = view && fileOf(view, file);
      return found ? fileReply(doors, found) : problem('not-found');
    },
  }),
  definePage({
    ...common,
    path: `${base}/lich.ics`,
    input: codeInput,
    async handle(ctx, { code }) {
      const view = await openMine(ctx, doors, code);
      return view ? calendarReply(ctx, doors, trackedByOwner(view)) : problem('not-found');
    },
  }),
];
