import type { Difference, VersionInfo } from '#capabilities/catalogue';
import { notice, table, tag } from '#design';
import { inLocale, type Locale } from '#kernel/text';
import { type Hole, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { differencesTable as shownTable } from '#surfaces/shared';
import { sayIn } from '../core/say.ts';
import { partNames } from './part-names.ts';
import { valueInWords } from './value.ts';

export interface DifferenceView {
  /** Undefined when there is nothing to compare with. */
  readonly differences: readonly Difference[] | undefined;
  readonly version: number | undefined;
  readonly versions: readonly VersionInfo[];
}

const mostShown = 200;

export function differenceView(ctx: PageCtx, { differences, version, versions }: DifferenceView): Html {
  const say = sayIn(ctx.locale);
  return html`${differencesTable(ctx, differences, version)}${openWorkTable(ctx, versions)}${notice({
    kind: 'info',
    title: say('Hồ sơ đang mở giữ phiên bản của mình.', 'Open dossiers stay on their version.'),
  })}`;
}

/** How much each version still carries. */
export function openWorkTable(ctx: PageCtx, versions: readonly VersionInfo[]): Hole {
  const say = sayIn(ctx.locale);
  return (
    versions.length > 0 &&
    table({
      id: 'dang-mo',
      caption: say('Hồ sơ và tờ khai đang mở theo phiên bản', 'Open work by version'),
      columns: [
        { text: say('Phiên bản', 'Version') },
        { text: say('Tờ khai đang soạn', 'Drafts'), numeric: true },
        { text: say('Hồ sơ đang giải quyết', 'Dossiers'), numeric: true },
      ],
      rows: versions.map((each) => [
        html`${each.version} ${each.standing === 'in-force' && tag({ text: say('đang dùng', 'in force'), tone: 'jade' })}${each.standing === 'waiting' && tag({ text: say('chờ ngày hiệu lực', 'waits for its day') })}`,
        each.open.drafts,
        each.open.dossiers,
      ]),
    })
  );
}

/** What differs from a version, as a table under its own id; a sentence where nothing does. */
export function differencesTable(
  ctx: PageCtx,
  differences: DifferenceView['differences'],
  version: number | undefined,
  id = 'khac',
): Html {
  const { locale } = ctx;
  const say = sayIn(locale);
  if (!differences)
    return notice({
      kind: 'info',
      title: say(
        'Chưa có tờ khai riêng nào được công bố để so sánh.',
        'Nothing was published to compare with.',
      ),
    });
  if (differences.length === 0)
    return notice({
      kind: 'info',
      title: say(`Giống hệt phiên bản ${version}.`, `Nothing differs from version ${version}.`),
    });
  return shownTable({
    id,
    caption: say(
      `${differences.length} chỗ khác phiên bản ${version}`,
      `${differences.length} differences from version ${version}`,
    ),
    differences,
    locale,
    most: mostShown,
    cells: ({ what, part, before, after }) => ({
      what: html`<span data-row>${inLocale(what, locale)}</span>${part !== undefined && partInWords(part, locale)}`,
      before: valueInWords(before, locale, part),
      after: valueInWords(after, locale, part),
    }),
  });
}

function partInWords(part: string, locale: Locale): Html {
  const name = partNames[part];
  return name
    ? html` <span class="mc-quiet">(${inLocale(name, locale)})</span>`
    : html` <span class="mc-code mc-quiet">${part}</span>`;
}
