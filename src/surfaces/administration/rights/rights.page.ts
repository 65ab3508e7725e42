import { z } from 'zod';
import { identityPermissions } from '#capabilities/identity';
import { button, select, table } from '#design';
import { officerRoles } from '#kernel/actor';
import { inLocale } from '#kernel/text';
import { html } from '#platform/html';
import { definePage } from '#platform/http';
import { type Doors, roleTitles } from '#surfaces/shared';
import { adminReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { roleOptions } from '../people/unit-people.page.ts';
import { givenByRole, nameOf, rightsOfRole } from './rights.view.ts';

/** Who can do what: acts with the roles that give them, or one role with its acts. */
export const rightsPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/quan-tri/quyen',
    permission: identityPermissions.managePeople,
    audit: 'none',
    input: z.object({ 'vai-tro': z.string().default('') }),
    async handle(ctx, input) {
      const say = sayIn(ctx.locale);
      const { locale } = ctx;
      const role = officerRoles.find((each) => each === input['vai-tro']);
      const choose = html`<form class="mc-stack" action="/quan-tri/quyen">${select({
        name: 'vai-tro',
        label: say('Xem một vai trò', 'See one role'),
        options: roleOptions(locale),
        value: role,
        emptyText: say('Tất cả', 'All'),
        width: 'l',
        locale,
      })}${button({ text: say('Xem vai trò', 'Show') })}</form>`;
      const main = html`${choose}<p class="mc-quiet">${say(
        'Quyền chỉ có ở đơn vị giữ vai trò. Người nhận ủy quyền có cùng quyền.',
        'A role gives its rights in the unit where it is held. Whoever it is lent to has the same.',
      )}</p>${
        role
          ? html`<h2>${inLocale(roleTitles[role], locale)}</h2>${rightsOfRole(locale, role)}`
          : table({
              id: 'quyen',
              caption: say('Việc và vai trò', 'Acts and roles'),
              captionHidden: true,
              rowHeaders: true,
              columns: [{ text: say('Việc', 'Act') }, { text: say('Vai trò được làm', 'Roles') }],
              rows: givenByRole.map((permission) => [
                nameOf(permission, locale),
                (permission.roles ?? []).length === officerRoles.length
                  ? say('Mọi vai trò', 'Every role')
                  : (permission.roles ?? []).map((each) => inLocale(roleTitles[each], locale)).join(', '),
              ]),
            })
      }`;
      return adminReply(ctx, doors, { title: say('Ai được làm gì', 'Who can do what'), at: 'rights', main });
    },
  });
