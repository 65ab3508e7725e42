import { all } from './page.ts';
import { keysAreOn, switchKeys } from './shortcuts.ts';

function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  parent: Element,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.textContent = text;
  parent.append(element);
  return element;
}

/** What a control is called, without the keys and the count drawn in it. */
function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent;
  if (label) return label;
  const copy = element.cloneNode(true) as HTMLElement;
  for (const hint of all('.mc-keys, b', copy)) hint.remove();
  return copy.textContent?.trim() ?? '';
}

function line(list: Element, keys: string, text: string | undefined): void {
  const term = make('dt', list);
  for (const key of keys.split(' ')) make('kbd', term, key.toUpperCase()).className = 'mc-key';
  make('dd', list, text ?? '');
}

/** The map of the keys that act on this page, with the switch; made afresh each time it is opened. */
export function keyMap(button: HTMLElement): () => void {
  const words = button.dataset;
  const open = () => {
    document.querySelector('dialog.mc-keymap')?.remove();
    const dialog = make('dialog', document.body);
    dialog.className = 'mc-keymap';
    const title = make('h2', dialog, button.getAttribute('aria-label') ?? '');
    title.id = 'mc-keymap-title';
    dialog.setAttribute('aria-labelledby', title.id);
    const list = make('dl', dialog);
    const own = all<HTMLElement>('[data-key]').filter((element) => element.getClientRects().length > 0);
    for (const element of own) line(list, element.dataset.key ?? '', nameOf(element));
    if (document.querySelector('[data-row]')) {
      line(list, 'j', words.next);
      line(list, 'k', words.previous);
      line(list, 'x', words.tick);
    }
    line(list, '?', title.textContent ?? '');
    const label = make('label', dialog);
    const box = make('input', label);
    box.type = 'checkbox';
    box.checked = keysAreOn();
    box.addEventListener('change', () => switchKeys(box.checked));
    label.append(` ${words.switch ?? ''}`);
    const close = make('button', dialog, words.close);
    close.type = 'button';
    close.className = 'mc-button';
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => button.focus());
    dialog.showModal();
  };
  button.hidden = false;
  button.addEventListener('click', open);
  return open;
}
