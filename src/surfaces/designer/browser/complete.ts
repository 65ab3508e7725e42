interface Offer {
  readonly text: string;
  readonly words: string;
}
type Field = HTMLTextAreaElement | HTMLInputElement;
const most = 8;
const marks = /[\u0300-\u036f]/g;
const folded = (text: string): string =>
  text.normalize('NFD').replace(marks, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();

/** The piece of a name or text that stands before the caret. */
const beginning = (field: Field): string =>
  /"?[\p{L}_][\p{L}\p{N}_.]*$/u.exec(field.value.slice(0, field.selectionStart ?? 0))?.[0] ?? '';

/**
 * Conditions offer the names that may stand in them: by the id or by words of the question, chosen with arrows and Enter. The field
 * stays a text field to ears (a text area may not be a combobox) that points at the chosen line. A name of the help is put in by pressing it.
 */
export function completeNames(boxes: readonly HTMLElement[], named: readonly HTMLElement[]): void {
  const offers = named.map(({ dataset }) => ({
    text: dataset['offer'] ?? '',
    words: dataset['words'] ?? '',
  }));
  let last: Field | undefined;
  boxes.forEach((box, index) => {
    const field = box.querySelector<Field>('textarea, input');
    if (!field) return;
    field.addEventListener('focus', () => {
      last = field;
    });
    if (offers.length > 0) offer(field, offers, `goi-y-${index}`);
  });
  for (const name of named)
    name.addEventListener('click', () => {
      if (last) put(last, '', name.dataset['offer'] ?? '');
    });
}

/** Writes it in the place of what was begun; the page hears of it as of typing. */
function put(field: Field, begun: string, text: string): void {
  const caret = field.selectionStart ?? field.value.length;
  field.focus();
  field.setRangeText(text, caret - begun.length, caret, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function offer(field: Field, offers: readonly Offer[], id: string): void {
  const list = document.createElement('ul');
  list.id = id;
  list.className = 'mc-offers';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', document.documentElement.lang === 'en' ? 'Names' : 'Gợi ý tên');
  list.hidden = true;
  field.after(list);
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', id);
  field.autocomplete = 'off';
  let found: readonly Offer[] = [];
  let at = -1;

  const close = (): void => {
    list.hidden = true;
    at = -1;
    field.removeAttribute('aria-activedescendant');
  };
  const mark = (next: number): void => {
    at = next;
    [...list.children].forEach((item, index) => {
      item.setAttribute('aria-selected', String(index === at));
    });
    if (at >= 0) field.setAttribute('aria-activedescendant', `${id}-${at}`);
  };
  const take = (index: number): void => {
    const chosen = found[index];
    const begun = beginning(field);
    close();
    if (!chosen) return;
    put(field, begun, chosen.text);
    close();
  };
  const look = (): void => {
    const begun = folded(beginning(field)).replace('"', '');
    found = begun.length < 1 ? [] : matching(offers, begun);
    list.replaceChildren(...found.map((each, index) => row(each, `${id}-${index}`, () => take(index))));
    list.hidden = found.length === 0;
    mark(-1);
  };
  field.addEventListener('input', look);
  field.addEventListener('blur', () => setTimeout(close, 150));
  field.addEventListener('keydown', (event) => {
    const { key } = event as KeyboardEvent;
    if (list.hidden) return;
    if (key === 'ArrowDown') mark((at + 1) % found.length);
    else if (key === 'ArrowUp') mark((at - 1 + found.length) % found.length);
    else if ((key === 'Enter' || key === 'Tab') && at >= 0) take(at);
    else if (key === 'Escape') close();
    else return;
    event.preventDefault();
  });
}

function row({ text, words }: Offer, id: string, take: () => void): HTMLLIElement {
  const item = document.createElement('li');
  item.id = id;
  item.setAttribute('role', 'option');
  const code = document.createElement('code');
  code.textContent = text;
  item.append(code, ` ${words}`);
  // Before the field loses the focus.
  item.addEventListener('mousedown', (event) => {
    event.preventDefault();
    take();
  });
  return item;
}

/** Ids that begin so first, then questions with a word that begins so; what is typed whole is offered no more. */
function matching(offers: readonly Offer[], begun: string): readonly Offer[] {
  const plain = (text: string): string => folded(text).replaceAll('"', '');
  const first = offers.filter(({ text }) => plain(text).startsWith(begun) && plain(text) !== begun);
  const second = offers.filter(
    (each) =>
      !first.includes(each) && plain(each.text) !== begun && ` ${folded(each.words)}`.includes(` ${begun}`),
  );
  return [...first, ...second].slice(0, most);
}
