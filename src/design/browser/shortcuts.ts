import { all } from './page.ts';

const switchName = 'mc-keys';
const strokeMs = 1000;

export const keysAreOn = (): boolean => localStorage.getItem(switchName) !== 'off';

/** The switch of WCAG 2.1.4: single-key shortcuts can be turned off, and the hints go with them. */
export function switchKeys(on: boolean): void {
  localStorage.setItem(switchName, on ? 'on' : 'off');
  showSwitch();
}
export const showSwitch = (): void => {
  document.documentElement.dataset.keys = keysAreOn() ? 'on' : 'off';
};

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|file)$/.test(target.type)));

const rows = (): HTMLElement[] => all<HTMLElement>('[data-row]');
const currentRow = (list: readonly HTMLElement[]): number => {
  const focused = list.findIndex((row) => row.contains(document.activeElement));
  return focused >= 0 ? focused : list.findIndex((row) => row.classList.contains('mc-work--current'));
};

function walkRows(by: number): boolean {
  const list = rows();
  const at = currentRow(list);
  const next = list[at < 0 ? 0 : Math.min(list.length - 1, Math.max(0, at + by))];
  const link = next?.querySelector<HTMLElement>('a');
  link?.focus();
  return link !== null && link !== undefined;
}

function tickRow(): boolean {
  const list = rows();
  const box = list[currentRow(list)]?.querySelector<HTMLInputElement>('input[type=checkbox]');
  box?.click();
  return box !== null && box !== undefined;
}

function act(strokes: string): boolean {
  const target = all<HTMLElement>('[data-key]').find(
    (element) => element.dataset.key === strokes && element.getClientRects().length > 0,
  );
  if (!target) return false;
  target.focus();
  if (!/^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) target.click();
  return true;
}

/** Whether some key of this page is two strokes of which this is the first. */
const begins = (stroke: string): boolean =>
  all<HTMLElement>('[data-key]').some((element) => element.dataset.key?.startsWith(`${stroke} `));

const listKeys: Record<string, () => boolean> = { j: () => walkRows(1), k: () => walkRows(-1), x: tickRow };

/** Keys declared by `data-key` on links, buttons and fields; `g d` is two strokes. A page's own key wins over J, K, X. */
export function shortcuts(openMap: () => void): void {
  let first = '';
  let firstAt = 0;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return;
    if (!keysAreOn() || typing(event.target) || document.querySelector('dialog[open]')) return;
    const key = event.key.toLowerCase();
    if (key.length !== 1) return;
    const before = first !== '' && event.timeStamp - firstAt < strokeMs ? first : '';
    first = key;
    firstAt = event.timeStamp;
    // After G a place is meant: where the page does not show it, the second stroke alone must not act.
    const done =
      before !== '' && begins(before) ? act(`${before} ${key}`) : act(key) || (listKeys[key]?.() ?? false);
    if (!done && key === '?') openMap();
    if (done || key === '?') event.preventDefault();
  });
}
