import { button, buttonGroup, pageHeading, summaryList } from '#design';
import type { Locale } from '#kernel/text';
import { formatDateTime, type Instant } from '#kernel/time';
import { type Html, html } from '#platform/html';

type Say = (vi: string, en: string) => string;

export interface OwnSession {
  readonly since: Instant;
  readonly seen: Instant;
  readonly device: string;
  readonly here: boolean;
}

export const ownSessionsTitle = (say: Say): string =>
  say('Nơi bạn đang đăng nhập', 'Where you are signed in');

export const ownSessionsView = (props: {
  readonly say: Say;
  readonly locale: Locale;
  readonly csrf: string;
  readonly sessions: readonly OwnSession[];
}): Html => {
  const { say, locale, csrf, sessions } = props;
  return html`${pageHeading({ title: ownSessionsTitle(say) })}
<p>${say(
    'Nếu thấy một nơi không phải của bạn, hãy đăng xuất khỏi mọi nơi rồi đăng nhập lại.',
    'If you see a place that is not yours, sign out everywhere and sign in again.',
  )}</p>
${summaryList({
  locale,
  rows: sessions.map(({ device, since, seen, here }) => ({
    label: here ? say(`${device} (máy này)`, `${device} (this one)`) : device,
    value: say(
      `Đăng nhập lúc ${formatDateTime(since)}, dùng gần nhất lúc ${formatDateTime(seen)}`,
      `Signed in ${formatDateTime(since)}, last used ${formatDateTime(seen)}`,
    ),
  })),
})}
<form method="post" action="/phien"><input type="hidden" name="_csrf" value="${csrf}">${buttonGroup([
    button({ text: say('Đăng xuất khỏi mọi nơi', 'Sign out everywhere'), kind: 'warning' }),
  ])}</form>`;
};

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/coc_coc|CocCoc/i, 'Cốc Cốc'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iPhone, iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** `Chrome, Android`: enough to tell one's own devices apart. */
export function deviceOf(agent: string, unknown: string): string {
  const named = (list: typeof browsers) => list.find(([shape]) => shape.test(agent))?.[1];
  return [named(browsers), named(systems)].filter(Boolean).join(', ') || unknown;
}
