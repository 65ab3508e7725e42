import { z } from 'zod';
import { identityPermissions } from '#capabilities/identity';
import {
  addUnit,
  changeUnit,
  closeUnit,
  kindsBelow,
  organisationPermissions,
  renameUnit,
  type Unit,
  type UnitDirectory,
} from '#capabilities/organisations';
import { buttonGroup, buttonLink, card, summaryList, table } from '#design';
import { allows } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { type Outcome, type Refusal, refused } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { formatDate } from '#kernel/time';
import { html } from '#platform/html';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { dateOf, textOf } from '../core/form.ts';
import { adminReply, beyondRights, refusedReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { unitKindNames } from '../core/words.ts';
import { unitHref, unitTable } from './list.page.ts';
import { withUnit } from './own-unit.ts';
import { type UnitFormName, unitForm, unitForms } from './unit-form.view.ts';

const permission = organisationPermissions.manageUnits;
const unitParam = { unit: z.uuid() };
const slug = z.enum(['them', 'doi-ten', 'sua', 'ket-thuc']);

/** One unit: what it is, what it was called, what stands below, and the three acts on it. */
export const unitPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/quan-tri/don-vi/:unit',
    permission: identityPermissions.managePeople,
    audit: 'none',
    input: z.object(unitParam),
    handle: (ctx, input) => withUnit(ctx, doors, input.unit, (unit) => unitReply(ctx, doors, unit)),
  }),
  definePage({
    method: 'GET',
    path: '/quan-tri/don-vi/:unit/:act',
    permission,
    audit: 'none',
    input: z.object({ ...unitParam, act: slug }),
    handle: (ctx, { unit: id, act }) =>
      withUnit(ctx, doors, id, (unit) => formReply(ctx, doors, unit, act, ctx.fields)),
  }),
  definePage({
    method: 'POST',
    path: '/quan-tri/don-vi/:unit/:act',
    permission,
    audit: 'unit.<act>',
    input: z.object({ ...unitParam, act: slug }),
    async handle(ctx, { unit: id, act }) {
      const directory = await doors.units.directory();
      const unit = directory.byId(id as UnitId);
      if (!unit) return problem('not-found');
      const outcome = await perform(ctx, doors, unit, act);
      if (outcome.ok) return redirectTo(unitHref(outcome.value, '?xong=1'));
      if (beyondRights(outcome.refusal)) return refusedReply(ctx, doors, 'units', outcome.refusal);
      return formReply(ctx, doors, unit, act, ctx.fields, outcome.refusal);
    },
  }),
];

async function perform(ctx: PageCtx, doors: Doors, unit: Unit, act: UnitFormName): Promise<Outcome<UnitId>> {
  const { fields } = ctx;
  const field = (name: string) => textOf(fields, name).trim();
  if (act === 'sua') {
    const { content } = await doors.calendars.currentEdition();
    return changeUnit(ctx, doors.units, {
      unit: unit.id,
      version: Number(field('phien-ban')),
      address: field('dia-chi'),
      hours: field('gio'),
      knownHours: Object.keys(content.hours),
    });
  }
  const on = dateOf(fields, 'ngay');
  if (on === undefined) return refused({ code: 'date-missing', field: 'ngay' });
  switch (act) {
    case 'them': {
      const head = (await doors.units.directory()).head();
      const kind = kindsBelow(head?.kind).find((each) => each === field('loai'));
      if (kind === undefined) return refused({ code: 'kind-missing', field: 'loai' });
      return addUnit(ctx, doors.units, {
        code: field('ma'),
        name: field('ten'),
        shortName: field('ten-ngan'),
        kind,
        parent: unit.id,
        ...(field('dia-ban') !== '' && { adminCode: field('dia-ban') }),
        address: field('dia-chi'),
        ...(field('gio') !== '' && { hours: field('gio') }),
        validFrom: on,
      });
    }
    case 'doi-ten':
      return renameUnit(ctx, doors.units, {
        unit: unit.id,
        version: Number(field('phien-ban')),
        name: field('ten'),
        shortName: field('ten-ngan'),
        from: on,
      });
    case 'ket-thuc':
      return closeUnit(ctx, doors.units, {
        unit: unit.id,
        version: Number(field('phien-ban')),
        on,
        ...(field('tiep-nhan') !== '' && { successor: field('tiep-nhan') as UnitId }),
        reason: field('ly-do'),
      });
  }
}

async function formReply(
  ctx: PageCtx,
  doors: Doors,
  unit: Unit,
  act: UnitFormName,
  fields: PageCtx['fields'],
  refusal?: Refusal,
): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const directory = await doors.units.directory();
  const edition = await doors.calendars.currentEdition();
  const { title, main, target } = unitForm({
    ctx,
    say,
    unit,
    act,
    fields,
    refusal,
    directory,
    hours: Object.keys(edition.content.hours),
  });
  return adminReply(ctx, doors, {
    title,
    at: 'units',
    back: { href: unitHref(unit.id), text: unit.name },
    main,
    refusal,
    target,
  });
}

const formerNames = (directory: UnitDirectory, unit: Unit): readonly Unit[] =>
  directory
    .withFormer(unit.id)
    .filter((id) => id !== unit.id)
    .map((id) => directory.get(id))
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));

async function unitReply(ctx: PageCtx, doors: Doors, unit: Unit): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const directory = await doors.units.directory();
  const parent = directory.parentOf(unit.id);
  const successor = unit.successor ? directory.byId(unit.successor) : undefined;
  const children = directory.children(unit.id);
  const link = (other: Unit) => html`<a href="${unitHref(other.id)}">${other.name}</a>`;
  const until = unit.validTo === null ? say('chưa định', 'open') : formatDate(unit.validTo);
  const facts = [
    {
      label: say('Mã định danh', 'Identifier'),
      value: html`<span class="mc-code">${unit.code}</span>`,
      ...(unit.codeInferred && { note: say('suy ra, chưa có văn bản', 'inferred') }),
    },
    { label: say('Loại', 'Kind'), value: inLocale(unitKindNames[unit.kind], ctx.locale) },
    { label: say('Cấp trên', 'Above'), value: parent ? link(parent) : say('không có', 'none') },
    { label: say('Địa bàn', 'Area'), value: unit.adminCode ?? say('không có', 'none') },
    { label: say('Địa chỉ', 'Address'), value: unit.address || say('chưa ghi', 'not said') },
    { label: say('Giờ làm việc', 'Hours'), value: unit.hours },
    {
      label: say('Hiệu lực', 'Validity'),
      value: say(
        `từ ${formatDate(unit.validFrom)} đến ${until}`,
        `from ${formatDate(unit.validFrom)} to ${until}`,
      ),
    },
    ...(successor ? [{ label: say('Tiếp nhận bởi', 'Carried on by'), value: link(successor) }] : []),
  ];
  const former = formerNames(directory, unit);
  const main = html`${card({ title: say('Đơn vị', 'The unit'), content: summaryList({ rows: facts }) })}${buttonGroup(
    [
      buttonLink({
        text: say('Cán bộ và vai trò', 'People and roles'),
        href: unitHref(unit.id, '/nguoi'),
        kind: 'primary',
      }),
      ...(unit.validTo === null && doors.signing && allows(ctx.actor, permission)
        ? [buttonLink({ text: say('Hình dấu', 'Seal'), href: unitHref(unit.id, '/dau') })]
        : []),
      ...(unit.validTo === null
        ? Object.entries(unitForms).map(([act, { vi, en }]) =>
            buttonLink({ text: say(vi, en), href: unitHref(unit.id, `/${act}`) }),
          )
        : []),
    ],
  )}${
    former.length > 0 &&
    table({
      id: 'lich-su',
      caption: say('Tên cũ và đơn vị đã nhập vào', 'Former names, and units merged into it'),
      columns: [
        { text: say('Tên', 'Name') },
        { text: say('Từ', 'From') },
        { text: say('Đến', 'Until') },
        { text: say('Mã', 'Code') },
      ],
      rows: former.map((each) => [
        each.name,
        formatDate(each.validFrom),
        each.validTo === null ? '' : formatDate(each.validTo),
        html`<span class="mc-code">${each.code}</span>`,
      ]),
    })
  }${children.length > 0 && unitTable(say, ctx.locale, children, say('Đơn vị bên dưới', 'Units below'), 'ben-duoi')}`;
  return adminReply(ctx, doors, {
    title: unit.name,
    code: unit.code,
    at: 'units',
    back: { href: '/quan-tri/don-vi', text: say('Danh sách đơn vị', 'Units') },
    main,
  });
}
