import { z } from 'zod';
import { dossierPermissions, signatureOfScan } from '#capabilities/dossiers';
import { definePage, type PageCtx, problem, type Reply, type Route } from '#platform/http';
import { type Doors, dossierPaper, paperPlaces, paperSourceOf } from '#surfaces/shared';
import { openDossier } from './open.ts';
import { largeWidth, pageWidth } from './papers.view.ts';

const permission = dossierPermissions['dossiers.read'];
const code = z.string().max(60);

/** A file somebody else made is never shown by the browser: only saved, without scripts, under its own type. */
async function download(doors: Doors, file: { sha256: string; name: string }): Promise<Reply> {
  const bytes = await doors.files.open(file.sha256);
  if (!bytes) return problem('not-found');
  return {
    kind: 'bytes',
    status: 200,
    type: 'application/octet-stream',
    bytes,
    headers: {
      'content-disposition': doors.files.disposition(file.name),
      'content-security-policy': "sandbox; default-src 'none'",
    },
  };
}

async function paperOf(ctx: PageCtx, doors: Doors, code: string, document: string) {
  const opened = await openDossier(ctx, doors, code);
  return { opened, paper: opened?.view.documents.find((each) => each.id === document) };
}

/** Pages of papers as images, the raw files as downloads, and the papers that the office prints. */
export const fileRoutes = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/mot-cua/ho-so/:code/giay/:document/trang/:page',
    permission,
    audit: 'none',
    input: z.object({
      code,
      document: z.uuid(),
      page: z.string().regex(/^[1-9]\d{0,3}\.png$/),
      rong: z.coerce.number().int().min(200).max(largeWidth).catch(pageWidth).default(pageWidth),
    }),
    async handle(ctx, { code: typed, document, page, rong }) {
      const { paper } = await paperOf(ctx, doors, typed, document);
      if (!paper?.sha256) return problem('not-found');
      const drawn = await doors.files.draw(paper.sha256, paper.kind ?? '', Number.parseInt(page, 10), rong);
      if (!drawn.ok) return problem('not-found');
      return { kind: 'bytes', status: 200, type: 'image/png', bytes: drawn.value };
    },
  }),
  definePage({
    method: 'GET',
    path: '/mot-cua/ho-so/:code/giay/:document/tep',
    permission,
    audit: 'none',
    input: z.object({ code, document: z.uuid() }),
    async handle(ctx, { code: typed, document }) {
      const { paper } = await paperOf(ctx, doors, typed, document);
      if (!paper?.sha256) return problem('not-found');
      return download(doors, { sha256: paper.sha256, name: paper.file_name ?? paper.title });
    },
  }),
  definePage({
    method: 'GET',
    path: '/mot-cua/ho-so/:code/giay/:document/da-ky',
    permission,
    audit: 'none',
    input: z.object({ code, document: z.uuid() }),
    async handle(ctx, { code: typed, document }) {
      const { opened, paper } = await paperOf(ctx, doors, typed, document);
      const signed = opened && paper && signatureOfScan(opened.view.state, paper);
      return signed
        ? download(doors, { sha256: signed.signed, name: `${signed.title}.pdf` })
        : problem('not-found');
    },
  }),
  definePage({
    method: 'GET',
    path: '/mot-cua/ho-so/:code/tin-nhan/:message/tep/:at',
    permission,
    audit: 'none',
    input: z.object({ code, message: z.uuid(), at: z.coerce.number().int().min(0).max(99) }),
    async handle(ctx, { code: typed, message, at }) {
      const opened = await openDossier(ctx, doors, typed);
      const file = opened?.view.messages.find((each) => each.id === message)?.files[at];
      return file ? download(doors, file) : problem('not-found');
    },
  }),
  definePage({
    method: 'GET',
    path: '/mot-cua/ho-so/:code/in/:paper',
    permission,
    audit: 'none',
    input: z.object({ code, paper: z.string().max(40) }),
    async handle(ctx, { code: typed, paper }) {
      const opened = await openDossier(ctx, doors, typed);
      if (!opened) return problem('not-found');
      const source = paperSourceOf(opened.view);
      const drawn = await dossierPaper(
        doors,
        paper,
        source,
        await paperPlaces(doors, opened.view.rules.definition),
      );
      if (!drawn.ok) return problem('not-found');
      // Drawn by ourselves from the record, so the browser may show it for printing.
      const name = encodeURIComponent(drawn.value.fileName);
      return {
        kind: 'bytes',
        status: 200,
        type: 'application/pdf',
        bytes: drawn.value.bytes,
        headers: { 'content-disposition': `inline; filename*=UTF-8''${name}` },
      };
    },
  }),
];
