import { readFileSync } from 'node:fs';

/** Components of every page, in the order of the cascade: small before large. */
const shared = [
  'icon/icon',
  'mark/mark',
  'tag/tag',
  'key-hint/key-hint',
  'button/button',
  'back-link/back-link',
  'breadcrumb/breadcrumb',
  'field/field',
  'field/choice',
  'fieldset/fieldset',
  'text-input/text-input',
  'textarea/textarea',
  'date-input/date-input',
  'select/select',
  'file-upload/file-upload',
  'address-input/address-input',
  'error-summary/error-summary',
  'notice/notice',
  'status/status',
  'save-status/save-status',
  'session-end/session-end',
  'known-fact/known-fact',
  'card/card',
  'summary-list/summary-list',
  'task-list/task-list',
  'timeline/timeline',
  'table/table',
  'entry-table/entry-table',
  'pagination/pagination',
  'details/details',
  'search-box/search-box',
  'empty-state/empty-state',
  'stepper/stepper',
  'big-date/big-date',
  'qr-figure/qr-figure',
  'page-heading/page-heading',
  'preferences/preferences',
  'header/header',
];
const citizenParts = ['chip-list/chip-list', 'preview-frame/preview-frame', 'verdict/verdict'];
const officeParts = [
  'tabs/tabs',
  'filter-bar/filter-bar',
  'number-tile/number-tile',
  'worklist/worklist',
  'document-viewer/document-viewer',
  'split-view/split-view',
  'outline/outline',
  'workbench/workbench',
];

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const componentCss = (names: readonly string[]): string[] =>
  names.map((name) => read(`./components/${name}.css`));

/** Drops comments and needless white space. Safe because our styles hold no `{}:;,` inside strings; a test watches it. */
export const minifyCss = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/([{;][\w-]+): /g, '$1:')
    .replace(/;}/g, '}')
    .trim();

export interface Styles {
  readonly citizen: string;
  readonly office: string;
  /** Goes after either sheet on the gallery page: the other surface's parts. */
  readonly gallery: string;
}

/** The two style sheets, read from disk; call it once at start and serve the texts under hashed names. */
export function buildStyles(): Styles {
  const base = [read('./tokens.css'), read('./base.css')];
  const parts = componentCss(shared);
  const last = [read('./large.css'), read('./print.css')];
  return {
    gallery: minifyCss(
      [...componentCss([...citizenParts, ...officeParts]), read('./gallery.css')].join('\n'),
    ),
    citizen: minifyCss(
      [
        ...base,
        ...parts,
        ...componentCss([...citizenParts, 'page-frame-citizen/page-frame-citizen']),
        ...last,
      ].join('\n'),
    ),
    office: minifyCss(
      [
        ...base,
        read('./office.css'),
        ...parts,
        ...componentCss([...officeParts, 'page-frame-office/page-frame-office']),
        ...last,
      ].join('\n'),
    ),
  };
}
