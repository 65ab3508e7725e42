/** Puts the words of faults where the server would have put them: summary first, then at each field. */

interface Fault {
  /** Name of the form field. */
  readonly field: string;
  readonly text: string;
}

/** As `targetOf` of the server: the first control of a question has its name as id. */
const targetOf = (field: string): string => field.replace(/-(day|province)$/, '');
const all = (root: ParentNode, selector: string): readonly Element[] => [...root.querySelectorAll(selector)];

export function clearFaults(form: HTMLFormElement): void {
  for (const old of [...all(document, '.mc-summary-error'), ...all(form, '.mc-error')]) old.remove();
  for (const field of all(form, '.mc-field--error')) field.classList.remove('mc-field--error');
  for (const control of all(form, '[aria-invalid]')) control.removeAttribute('aria-invalid');
  for (const described of all(form, '[aria-describedby]')) {
    const ids = (described.getAttribute('aria-describedby') ?? '').split(' ');
    const kept = ids.filter((id) => !id.endsWith('-error')).join(' ');
    if (kept) described.setAttribute('aria-describedby', kept);
    else described.removeAttribute('aria-describedby');
  }
}

/** Copies of what the server draws, from the page's own `template`. */
function copyOf(form: HTMLFormElement, selector: string): Element | undefined {
  const template = form.querySelector<HTMLTemplateElement>('template[data-faults]');
  const found = template?.content.querySelector(selector);
  return found ? (found.cloneNode(true) as Element) : undefined;
}

export function showFaults(form: HTMLFormElement, faults: readonly Fault[]): void {
  const {
    one = '',
    many = '',
    error = '',
  } = form.querySelector<HTMLElement>('template[data-faults]')?.dataset ?? {};
  const summary = copyOf(form, '.mc-summary-error');
  const list = summary?.querySelector('ul');
  const line = list?.firstElementChild;
  if (!(summary instanceof HTMLElement) || !list || !line) return;
  summary.querySelector('h2')?.append(faults.length === 1 ? one : many.replace('{n}', String(faults.length)));
  line.remove();
  const told = new Set<string>();
  const fields = new Set(faults.map(({ field }) => field));
  for (const { field, text } of faults) {
    const target = targetOf(field);
    const item = line.cloneNode(true) as Element;
    const link = item.querySelector('a');
    link?.setAttribute('href', `#${target}`);
    link?.append(text);
    list.append(item);
    const control = document.getElementById(target);
    const box = control?.closest('.mc-field');
    if (control && box && !told.has(box.id || target)) {
      told.add(box.id || target);
      mark(form, { control, box, target, text, fields });
    }
  }
  form.closest('main')?.querySelector('h1')?.before(summary);
  if (!document.title.startsWith(error)) document.title = error + document.title;
  summary.focus();
}

function mark(
  form: HTMLFormElement,
  {
    control,
    box,
    target,
    text,
    fields,
  }: {
    readonly control: Element;
    readonly box: Element;
    readonly target: string;
    readonly text: string;
    readonly fields: ReadonlySet<string>;
  },
): void {
  const sentence = copyOf(form, '.mc-error');
  if (!sentence) return;
  // In a fieldset of several controls the words belong to all of them, and stand under the name of the first.
  const described = box.tagName === 'FIELDSET' ? box : control;
  const id = box.tagName === 'FIELDSET' ? firstId(box, target) : target;
  sentence.id = `${id}-error`;
  sentence.lastElementChild?.append(text);
  const after = box.querySelector(`#${CSS.escape(`${id}-hint`)}`) ?? box.firstElementChild;
  after?.after(sentence);
  box.classList.add('mc-field--error');
  for (const each of wrongIn(box, control, fields)) each.setAttribute('aria-invalid', 'true');
  const before = described.getAttribute('aria-describedby');
  described.setAttribute('aria-describedby', [before, sentence.id].filter(Boolean).join(' '));
}

/** Of a date its faulty parts, all of them when nothing was typed; of choices none, for no single one of them is wrong. */
function wrongIn(box: Element, control: Element, fields: ReadonlySet<string>): readonly Element[] {
  if (box.tagName !== 'FIELDSET') return [control];
  const parts = [...box.querySelectorAll<HTMLInputElement>('.mc-date input')];
  const faulty = parts.filter(({ name }) => fields.has(name));
  return faulty.length > 0 && parts.some(({ value }) => value) ? faulty : parts;
}

const firstId = (box: Element, target: string): string =>
  box.querySelector('input, select, textarea')?.id || target;
