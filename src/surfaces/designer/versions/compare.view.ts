import type { Difference, VersionInfo } from '#capabilities/catalogue';
import { button, notice, select } from '#design';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { compareHref, versionsHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import { differencesTable, openWorkTable } from '../difference/difference.view.ts';

export interface CompareView {
  readonly code: string;
  readonly name: string;
  readonly versions: readonly VersionInfo[];
  readonly from: VersionInfo;
  readonly to: VersionInfo;
  /** Undefined where one of the two had no form of its own. */
  readonly differences: readonly Difference[] | undefined;
}

export function compareView(ctx: PageCtx, view: CompareView): Html {
  const { code, name, versions, from, to, differences } = view;
  const say = sayIn(ctx.locale);
  const options = versions.map(({ version }) => ({
    value: String(version),
    text: say(`Phiên bản ${version}`, `Version ${version}`),
  }));
  const choice = (id: string, label: string, value: number): Html =>
    select({ id, name: id, label, options, value: String(value), locale: ctx.locale });
  return html`<p><span class="mc-code">${code}</span> ${name} · <a href="${versionsHref(code)}">${say('Các phiên bản', 'Versions')}</a></p><form${attributes(
    { method: 'get', action: compareHref(code) },
  )}><div class="mc-row">${choice('tu', say('Từ', 'From'), from.version)}${choice('den', say('Sang', 'To'), to.version)}</div>${button(
    { text: say('So sánh', 'Compare'), kind: 'secondary' },
  )}</form><h2>${say(`Từ phiên bản ${from.version} sang ${to.version}`, `From version ${from.version} to ${to.version}`)}</h2>${
    differences
      ? differencesTable(ctx, differences, from.version)
      : notice({
          kind: 'info',
          title: say(
            'Một trong hai bản dùng tờ khai chung, không có gì để so sánh.',
            'One of the two uses the generic form; there is nothing to compare.',
          ),
        })
  }${openWorkTable(
    ctx,
    versions.filter(({ version }) => version === from.version || version === to.version),
  )}`;
}
