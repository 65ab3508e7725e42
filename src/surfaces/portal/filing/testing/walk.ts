import assert from 'node:assert/strict';
import { fillPage, type Pick, sampleDefinition, seededPick } from '#builders/forms';
import {
  type Answers,
  createCodeLists,
  type Page as FormPage,
  findPage,
  type PostedFields,
} from '#capabilities/forms';
import { asPlainDate } from '#kernel/time';
import { representedPage } from '../represented/represented-page.ts';
import { formsOn } from './forms-on.ts';
import { type House, lists } from './house.ts';
import type { Fields, Page, Visitor } from './visitor.ts';

export const aPhoto = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(400, 7)]);

/** Places inside the province only, so that every dossier finds the unit that decides it. */
const near = createCodeLists({
  provinces: (lists.items('provinces') ?? []).filter(({ value }) => value === '91'),
  communes: lists.items('home-communes') ?? [],
  'home-communes': lists.items('home-communes') ?? [],
});

export interface Walk {
  readonly house: House;
  readonly visitor: Visitor;
  readonly code: string;
  readonly pick?: Pick;
  readonly representing?: 'self' | 'other' | 'business';
  /** Answers given on a page instead of chance, by page id. */
  readonly given?: Readonly<Record<string, Fields>>;
  /** Sees every page on the way. */
  readonly see?: (page: Page) => void;
}

const lastPart = (url: string): string => (url.split(/[?#]/)[0] ?? '').split('/').at(-1) ?? '';
export const draftIn = (url: string): string => /\/nop-ho-so\/([0-9a-f-]{36})/.exec(url)?.[1] ?? '';

async function draftRow(house: House, id: string) {
  const [row] = await house.db.sql<{
    answers: Answers;
    facts: { representing?: 'self' | 'other' | 'business' };
  }>('select answers, facts from dossiers.draft where id = $1', [id]);
  assert.ok(row, `There is no draft ${id}`);
  return row;
}

/** From the first page to the first page of the form, through pre-check, identity and for whom. */
export async function begin({ visitor, code, representing = 'self', see = () => {} }: Walk): Promise<Page> {
  const definition = sampleDefinition(code);
  let page = await visitor.get(`/nop-ho-so/bat-dau/${code}`);
  see(page);
  if (definition.eligibility.length > 0) {
    page = await visitor.get(`/nop-ho-so/bat-dau/${code}/dieu-kien`);
    see(page);
    page = await visitor.send(
      page,
      Object.fromEntries(definition.eligibility.map((each) => [each.id, each.passIf])),
    );
  } else page = await visitor.get(`/nop-ho-so/bat-dau/${code}/danh-tinh`);
  see(page);
  if (/danh-tinh/.test(page.url)) page = await visitor.send(page);
  see(page);
  assert.match(page.url, /cho-ai/);
  const [form] = formsOn(page.html);
  return visitor.send(page, form?.names.has('ai') ? { ai: representing } : {});
}

/** Fields of a page of questions: what is given, else what the builders invent. */
function fill(page: FormPage, answers: Answers, facts: PostedFields, walk: Walk): Fields {
  const context = {
    today: asPlainDate('2026-11-25'),
    lists: near,
    facts: { channel: 'online', ...facts } as Readonly<Record<string, string>>,
  };
  return { ...fillPage(page, answers, context, walk.pick ?? seededPick(1)), ...walk.given?.[page.id] };
}

/** Sends what stands on the page, opens rows that are missing, and again while the page opens further questions. */
export async function answerPage(walk: Walk, page: Page): Promise<Page> {
  const { house, visitor, code } = walk;
  const draft = await draftRow(house, draftIn(page.url));
  const here = page.url.split(/[?#]/)[0];
  const definition = sampleDefinition(code);
  const form =
    lastPart(page.url) === 'nguoi-duoc-dai-dien'
      ? representedPage(draft.facts)
      : findPage(definition.form, lastPart(page.url));
  assert.ok(form, page.url);
  const wanted = fill(form, draft.answers, { representing: draft.facts.representing ?? 'self' }, walk);
  for (let tries = 0; page.url.split(/[?#]/)[0] === here; tries++) {
    assert.ok(tries < 25, `${page.url} is never left: ${page.html}`);
    const names = formsOn(page.html)[0]?.names ?? new Set<string>();
    const fields = onForm(names, wanted);
    const group = missingRow(form, names, wanted);
    page = group ? await visitor.send(page, fields, { _them: group }) : await visitor.send(page, fields);
    assert.equal(page.status, 200, `${page.url}: ${errorsIn(page.html)} ${JSON.stringify(fields)}`);
    walk.see?.(page);
  }
  return page;
}

export const errorsIn = (html: string): string => /mc-summary-error[\s\S]*?<\/div>/.exec(html)?.[0] ?? '';

/** A field that chance left out is emptied, for it may hold what was filled in for the person. */
function onForm(names: ReadonlySet<string>, wanted: Fields): Fields {
  const own = [...names].filter((name) => !name.startsWith('_'));
  return Object.fromEntries(
    own.flatMap((name) => {
      if (wanted[name] !== undefined) return [[name, wanted[name]] as const];
      return name.endsWith('-province') ? [] : [[name, []] as const];
    }),
  );
}

const missingRow = (page: FormPage, names: ReadonlySet<string>, wanted: Fields): string | undefined =>
  page.questions.find(
    ({ id, type }) =>
      type === 'group' &&
      Object.keys(wanted).some((name) => rowOf(name, id) && !has(names, rowOf(name, id) ?? '')),
  )?.id;
const rowOf = (name: string, group: string): string | undefined =>
  new RegExp(`^${group}\\.\\d+\\.`).exec(name)?.[0];
const has = (names: ReadonlySet<string>, row: string): boolean =>
  [...names].some((name) => name.startsWith(row));

/** The whole way to the check page. */
export async function toCheck(walk: Walk): Promise<Page> {
  const { visitor, see = () => {} } = walk;
  let page = await begin(walk);
  while (/\/(trang|nguoi-duoc-dai-dien)/.test(page.url)) {
    see(page);
    page = await answerPage(walk, page);
  }
  assert.match(page.url, /\/giay-to$/, errorsIn(page.html));
  see(page);
  page = await uploadAll(walk, page);
  assert.match(page.url, /\/noi-nhan$/);
  see(page);
  page = await visitor.send(page);
  assert.match(page.url, /\/nhan-ket-qua$/);
  see(page);
  for (let tries = 0; /nhan-ket-qua/.test(page.url); tries++) {
    assert.ok(tries < 4, page.html);
    const names = formsOn(page.html)[0]?.names ?? new Set<string>();
    const wanted: Fields = { cach: 'counter', dienThoai: '0912345678', ...walk.given?.['nhan-ket-qua'] };
    page = await visitor.send(
      page,
      Object.fromEntries(Object.entries(wanted).filter(([name]) => names.has(name))),
    );
    see(page);
  }
  assert.match(page.url, /\/kiem-tra$/, errorsIn(page.html));
  return page;
}

/** Presses on; each paper that is asked for gets a photo. */
async function uploadAll({ visitor, see = () => {} }: Walk, first: Page): Promise<Page> {
  const sent = await visitor.send(first);
  see(sent);
  if (!sent.url.endsWith('/giay-to')) return sent;
  assert.equal(sent.status, 422);
  for (const [, id] of sent.html.matchAll(/<a href="#([\w-]+)-status">/g)) {
    const page = await visitor.get(`${sent.url}/${id}`);
    see(page);
    const taken = await visitor.upload(page, [{ name: `${id}.jpg`, bytes: aPhoto }]);
    assert.equal(taken.status, 200, errorsIn(taken.html));
    see(taken);
  }
  return visitor.send(await visitor.get(sent.url));
}
