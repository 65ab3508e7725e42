import type { MovePlaces } from '#capabilities/dossiers';
import type { PlaceToChoose } from '#capabilities/workflow';
import { fieldset, select, table } from '#design';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { textOf } from '../../core/fields.ts';
import { sayIn } from '../../core/say.ts';
import { type PlacesOfVersion, placeField } from './places.ts';

/** Choosing where dossiers go on whose place is not in the new diagram; the likely one is chosen beforehand. */
export function choosePlaces(ctx: PageCtx, versions: readonly PlacesOfVersion[], typed: boolean): Html {
  const say = sayIn(ctx.locale);
  return html`${versions.map(({ version, places }) =>
    fieldset(
      {
        name: `_noi-${version}`,
        label: say(
          `Hồ sơ của phiên bản ${version} đang ở những chỗ sau thì chuyển sang đâu?`,
          `Where do dossiers of version ${version} go on that stand here?`,
        ),
        hint: say(
          'Sơ đồ mới không có những chỗ này. Để trống thì hồ sơ đang ở đó giữ phiên bản của mình.',
          'The new diagram does not have these. Left empty, dossiers there stay on their version.',
        ),
        locale: ctx.locale,
      },
      () => places.map((place) => choice(ctx, version, place, typed)),
    ),
  )}`;
}

function choice(
  { fields, locale }: PageCtx,
  version: number,
  { id, name, choices, likely }: PlaceToChoose,
  typed: boolean,
): Html {
  const say = sayIn(locale);
  const field = placeField(version, id);
  return select({
    name: field,
    label: inLocale(name, locale),
    options: choices.map((each) => ({ value: each.id, text: inLocale(each.name, locale) })),
    value: typed ? textOf(fields, field) : (likely ?? ''),
    emptyText:
      choices.length === 0
        ? say('Không có chỗ nào cùng loại', 'Nothing of its kind')
        : say('Giữ phiên bản của mình', 'Stays on its version'),
    locale,
  });
}

/** What was chosen, for who decides. */
export function chosenTable(
  ctx: PageCtx,
  versions: readonly PlacesOfVersion[],
  chosen: MovePlaces,
): Html | undefined {
  const say = sayIn(ctx.locale);
  const rows = versions.flatMap(({ version, places }) =>
    places.map(({ id, name, choices }) => {
      const to = choices.find((choice) => choice.id === chosen[version]?.[id]);
      return [
        version,
        html`<span data-row>${inLocale(name, ctx.locale)}</span>`,
        to ? inLocale(to.name, ctx.locale) : say('giữ phiên bản của mình', 'stays on its version'),
      ];
    }),
  );
  if (rows.length === 0) return undefined;
  return table({
    id: 'cho-dung',
    caption: say('Chỗ không có trong sơ đồ mới', 'Places that the new diagram does not have'),
    columns: [
      { text: say('Từ phiên bản', 'From version'), numeric: true },
      { text: say('Hồ sơ đang ở', 'Dossiers at') },
      { text: say('Sang', 'Go to') },
    ],
    rows,
  });
}
