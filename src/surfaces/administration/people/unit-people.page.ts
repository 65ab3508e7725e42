import { z } from 'zod';
import { addOfficer, identityPermissions, officersInUnit } from '#capabilities/identity';
import { administers, type Unit } from '#capabilities/organisations';
import { button, card, select, table, tag, textInput } from '#design';
import { officerRoles } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { type Refusal, refused } from '#kernel/outcome';
import { inLocale, type Locale } from '#kernel/text';
import { formatDateTime } from '#kernel/time';
import { html } from '#platform/html';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import { type Doors, roleTitles } from '#surfaces/shared';
import { type AdministrationDeps, peopleDeps } from '../core/deps.ts';
import { postForm, textOf } from '../core/form.ts';
import { adminReply, beyondRights, officerOf, refusedReply } from '../core/frame.ts';
import { number, sayIn } from '../core/say.ts';
import { sentenceFor } from '../sentences.ts';
import { unitHref } from '../units/list.page.ts';

const permission = identityPermissions.managePeople;
export const officerHref = (officer: string, rest = ''): string => `/quan-tri/nguoi/${officer}${rest}`;

export const roleOptions = (locale: Locale) =>
  officerRoles.map((role) => ({ value: role, text: inLocale(roleTitles[role], locale) }));

/** Who works in a unit, with every role held there; and a new officer with a first role. */
export const unitPeoplePages = (doors: Doors, deps: AdministrationDeps): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/quan-tri/don-vi/:unit/nguoi',
    permission,
    audit: 'none',
    input: z.object({ unit: z.uuid() }),
    async handle(ctx, input) {
      const directory = await doors.units.directory();
      const unit = directory.byId(input.unit as UnitId);
      if (!unit) return problem('not-found');
      if (!administers(officerOf(ctx), unit.id, directory)) return problem('forbidden');
      return peopleReply(ctx, doors, unit);
    },
  }),
  definePage({
    method: 'POST',
    path: '/quan-tri/don-vi/:unit/nguoi',
    permission,
    audit: 'officer.add',
    input: z.object({ unit: z.uuid() }),
    async handle(ctx, input) {
      const directory = await doors.units.directory();
      const unit = directory.byId(input.unit as UnitId);
      if (!unit) return problem('not-found');
      const field = (name: string) => textOf(ctx.fields, name);
      const role = officerRoles.find((each) => each === field('vai-tro'));
      const outcome = role
        ? await addOfficer(ctx, peopleDeps(doors, deps), {
            name: field('ten'),
            email: field('thu'),
            title: field('chuc-vu'),
            subject: field('tai-khoan'),
            unit: unit.id,
            role,
          })
        : refused({ code: 'role-missing', field: 'role' });
      if (outcome.ok) return redirectTo(officerHref(outcome.value, '?xong=1'));
      if (beyondRights(outcome.refusal)) return refusedReply(ctx, doors, 'units', outcome.refusal);
      return peopleReply(ctx, doors, unit, outcome.refusal);
    },
  }),
];

const fieldOf: Readonly<Record<string, string>> = {
  name: 'ten',
  email: 'thu',
  subject: 'tai-khoan',
  role: 'vai-tro',
};

async function peopleReply(ctx: PageCtx, doors: Doors, unit: Unit, refusal?: Refusal): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const { locale } = ctx;
  const directory = await doors.units.directory();
  const people = await officersInUnit(ctx, unit.id);
  const target = refusal?.field && fieldOf[refusal.field];
  const error = (name: string) => (refusal && target === name ? { error: sentenceFor(refusal, locale) } : {});
  const line = (name: string, label: string, extra: Partial<Parameters<typeof textInput>[0]> = {}) =>
    textInput({
      name,
      label,
      value: textOf(ctx.fields, name),
      autocomplete: 'off',
      locale,
      ...error(name),
      ...extra,
    });
  const main = html`${table({
    id: 'can-bo',
    caption: say(`${number(people.length)} cán bộ`, `${number(people.length)} people`),
    columns: [
      { text: say('Họ tên', 'Name') },
      { text: say('Chức vụ', 'Title') },
      { text: say('Vai trò ở đơn vị này', 'Roles here') },
      { text: say('Thư điện tử', 'E-mail') },
    ],
    rows: people.map((person) => [
      html`<a href="${officerHref(person.officer)}">${person.name}</a>`,
      person.title,
      html`<div class="mc-row">${person.posts.map((post) =>
        tag({
          text:
            inLocale(roleTitles[post.role], locale) +
            (post.until === undefined ? '' : ` (${say('đến', 'until')} ${formatDateTime(post.until)})`),
          tone: post.onBehalfOf === undefined ? 'grey' : 'blue',
        }),
      )}</div>`,
      person.email,
    ]),
  })}${card({
    id: 'them',
    title: say('Thêm cán bộ', 'Add an officer'),
    content: postForm(
      ctx,
      unitHref(unit.id, '/nguoi'),
      html`<div class="mc-grid">${[
        line('ten', say('Họ và tên', 'Full name')),
        line('chuc-vu', say('Chức vụ', 'Title'), { required: false }),
        line('thu', say('Thư điện tử công vụ', 'Official e-mail'), { type: 'email' }),
        line('tai-khoan', say('Tài khoản ở hệ thống đăng nhập', 'Account at the provider')),
        select({
          name: 'vai-tro',
          label: say('Vai trò đầu tiên', 'First role'),
          options: roleOptions(locale),
          value: textOf(ctx.fields, 'vai-tro'),
          locale,
          ...error('vai-tro'),
        }),
      ]}</div>${button({ text: say('Thêm cán bộ', 'Add the officer'), kind: 'primary' })}`,
    ),
  })}`;
  return adminReply(ctx, doors, {
    title: say(`Cán bộ của ${unit.name}`, `People of ${unit.name}`),
    at: 'units',
    back: { href: unitHref(unit.id), text: directory.get(unit.id).name },
    main,
    refusal,
    target: target || undefined,
  });
}
