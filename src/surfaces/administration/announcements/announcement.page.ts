import { z } from 'zod';
import {
  type Announcement,
  announcedInTime,
  announcementOf,
  cataloguePermissions,
  publicInTime,
  saveAnnouncement,
} from '#capabilities/catalogue';
import type { StoredFile } from '#capabilities/dossiers';
import { buttonLink, card, type SummaryRow, summaryList, table } from '#design';
import { type Outcome, type Refusal, refused } from '#kernel/outcome';
import { html } from '#platform/html';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { adminReply, beyondRights, refusedReply } from '../core/frame.ts';
import { type Say, sayIn } from '../core/say.ts';
import { procedureHref } from '../procedures/addresses.ts';
import { announcementHref, announcementsPath, day, timelinessTag } from './announcements.view.ts';
import { announcementForm, targetOf } from './form.view.ts';
import { judgedHere } from './list.page.ts';
import { controls, readAnnouncement } from './read-form.ts';

const permission = cataloguePermissions['catalogue.publish'];
const id = z.uuid();

/** One decision: entered, looked at, mended; the signed paper beside it. */
export const announcementPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/quan-tri/cong-bo/them',
    permission,
    audit: 'none',
    input: z.object({}),
    handle: (ctx) => formReply(ctx, doors, undefined),
  }),
  definePage({
    method: 'POST',
    path: '/quan-tri/cong-bo/them',
    permission,
    audit: 'catalogue.announce',
    multipart: true,
    input: z.object({}),
    handle: (ctx) => save(ctx, doors, undefined),
  }),
  definePage({
    method: 'GET',
    path: '/quan-tri/cong-bo/:id',
    permission,
    audit: 'none',
    input: z.object({ id }),
    handle: (ctx, input) => withOne(ctx, input.id, (found) => oneReply(ctx, doors, found)),
  }),
  definePage({
    method: 'GET',
    path: '/quan-tri/cong-bo/:id/sua',
    permission,
    audit: 'none',
    input: z.object({ id }),
    handle: (ctx, input) => withOne(ctx, input.id, (found) => formReply(ctx, doors, found)),
  }),
  definePage({
    method: 'POST',
    path: '/quan-tri/cong-bo/:id/sua',
    permission,
    audit: 'catalogue.change-announcement',
    multipart: true,
    input: z.object({ id }),
    handle: (ctx, input) => withOne(ctx, input.id, (found) => save(ctx, doors, found)),
  }),
  definePage({
    method: 'GET',
    path: '/quan-tri/cong-bo/:id/tep',
    permission,
    audit: 'none',
    input: z.object({ id }),
    handle: (ctx, input) => withOne(ctx, input.id, (found) => fileReply(doors, found)),
  }),
];

async function withOne(
  ctx: PageCtx,
  wanted: string,
  go: (found: Announcement) => Promise<Reply>,
): Promise<Reply> {
  const found = await announcementOf(ctx, wanted);
  return found ? go(found) : problem('not-found');
}

async function save(ctx: PageCtx, doors: Doors, known: Announcement | undefined): Promise<Reply> {
  const taken = await takeFile(ctx, doors);
  const read = await readAnnouncement(ctx.fields, doors, known);
  const outcome = !taken.ok
    ? taken
    : !read.ok
      ? read
      : await saveAnnouncement(ctx, { ...read.value, ...(taken.value ? { file: taken.value } : {}) });
  if (outcome.ok) {
    doors.catalogue.forget();
    return redirectTo(announcementHref(outcome.value, '?xong=1'));
  }
  if (beyondRights(outcome.refusal)) return refusedReply(ctx, doors, 'announcements', outcome.refusal);
  return formReply(ctx, doors, known, outcome.refusal);
}

/** The signed decision, when one was chosen; text fields that come along are read on the way. */
async function takeFile(ctx: PageCtx, doors: Doors): Promise<Outcome<StoredFile | undefined>> {
  let file: StoredFile | undefined;
  // A form sent without files has all its fields already.
  if (ctx.fields[controls.number] !== undefined) return { ok: true, value: undefined };
  for await (const part of ctx.files()) {
    if (part.name === '' || part.field !== controls.file) {
      part.stream.resume();
      continue;
    }
    const judged = await doors.files.accept(part);
    if (!judged.ok) return refused({ code: 'file-refused', field: 'file' });
    file = judged.value;
  }
  return { ok: true, value: file };
}

async function formReply(
  ctx: PageCtx,
  doors: Doors,
  known: Announcement | undefined,
  refusal?: Refusal,
): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const head = (await doors.units.directory()).head();
  return adminReply(ctx, doors, {
    title: known
      ? say(`Sửa quyết định ${known.number}`, `Change decision ${known.number}`)
      : say('Ghi quyết định công bố', 'Enter a decision'),
    at: 'announcements',
    back: known
      ? { href: announcementHref(known.id), text: known.number }
      : { href: announcementsPath, text: say('Quyết định công bố', 'Announcements') },
    main: announcementForm({
      ctx,
      say,
      action: announcementHref(known?.id ?? 'them', known ? '/sua' : ''),
      known,
      issuer: head ? say(`Chủ tịch ${head.name}`, head.name) : '',
      fields: ctx.fields,
      refusal,
      fileRule: doors.files.rule[ctx.locale],
      maxUpload: doors.place.maxUpload,
    }),
    refusal,
    target: refusal && targetOf(refusal),
  });
}

async function oneReply(ctx: PageCtx, doors: Doors, found: Announcement): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const { calendar, announcer, today } = await judgedHere(ctx, doors);
  const rows: SummaryRow[] = [
    { label: say('Ngày ký', 'Signed'), value: day(found.decided_on) },
    { label: say('Người ban hành', 'Issued by'), value: found.issuer },
    { label: say('Trích yếu', 'About'), value: found.about || say('chưa ghi', 'not said') },
    { label: say('Hiệu lực từ', 'In force from'), value: day(found.effective_on) },
    {
      label: say('Văn bản quy định', 'Legal document'),
      value: html`${found.law || say('chưa ghi', 'not said')} ${
        found.law_effective_on !== null &&
        say(`(hiệu lực ${day(found.law_effective_on)})`, `(in force ${day(found.law_effective_on)})`)
      }`,
    },
    {
      label: say('Ban hành', 'Announced'),
      value: timelinessTag(ctx.locale, announcedInTime(calendar, announcer, found)),
    },
    {
      label: say('Công khai', 'Made public'),
      value: html`${day(found.published_on)} ${timelinessTag(ctx.locale, publicInTime(calendar, announcer, found, today))}`,
    },
    {
      label: say('Bản ký', 'Signed paper'),
      value:
        found.file_sha256 === null
          ? say('chưa có', 'none yet')
          : html`<a href="${announcementHref(found.id, '/tep')}">${found.file_name || 'PDF'}</a><br><span class="mc-code mc-quiet mc-small">SHA-256 ${found.file_sha256}</span>`,
    },
  ];
  const procedures = await itemRows(say, doors, found);
  return adminReply(ctx, doors, {
    title: say(`Quyết định ${found.number}`, `Decision ${found.number}`),
    at: 'announcements',
    back: { href: announcementsPath, text: say('Quyết định công bố', 'Announcements') },
    main: html`${card({ content: summaryList({ rows }) })}<p>${buttonLink({
      text: say('Sửa quyết định', 'Change it'),
      href: announcementHref(found.id, '/sua'),
      kind: 'primary',
    })}</p>${table({
      id: 'thu-tuc',
      caption: say(`${found.items.length} thủ tục`, `${found.items.length} procedures`),
      columns: [
        { text: say('Mã', 'Code') },
        { text: say('Tên', 'Name') },
        { text: say('Việc', 'What') },
        { text: say('Phiên bản ở đây', 'Version here') },
      ],
      rows: procedures,
    })}`,
  });
}

async function itemRows(say: Say, doors: Doors, { items }: Announcement) {
  const names = {
    announce: say('mới ban hành', 'new'),
    amend: say('sửa đổi, thay thế', 'amended'),
    abolish: say('bãi bỏ', 'abolished'),
  };
  const current = await Promise.all(items.map(({ code }) => doors.catalogue.current(code)));
  return items.map(({ code, what, version }, at) => [
    html`<span class="mc-code">${code}</span>`,
    current[at]
      ? html`<a href="${procedureHref(code)}">${current[at]?.name}</a>`
      : say('không còn trong danh mục', 'no longer in the list'),
    names[what],
    version === null ? '' : String(version),
  ]);
}

async function fileReply(doors: Doors, { file_sha256, file_name }: Announcement): Promise<Reply> {
  const stream = file_sha256 === null ? undefined : await doors.files.open(file_sha256);
  if (!stream) return problem('not-found');
  return {
    kind: 'bytes',
    status: 200,
    type: 'application/octet-stream',
    bytes: stream,
    headers: { 'content-disposition': doors.files.disposition(file_name || 'quyet-dinh.pdf') },
  };
}
