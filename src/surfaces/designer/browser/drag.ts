const shown = ['before', 'after', 'inside'] as const;
type Where = (typeof shown)[number];
const classOf = (where: Where): string => `mc-outline-row--${where}`;

interface Drop {
  readonly row: HTMLElement;
  readonly where: Where;
}

/**
 * Rows of an outline are dragged to their place: between two rows, or into a group. What is dropped is sent as the form `#keo-tha`, the
 * same post as the list "Chuyển tới". Keys move by the buttons of the chosen row.
 */
export function dragRows(box: HTMLElement): void {
  const form = box.querySelector<HTMLFormElement>('form#keo-tha');
  if (!form) return;
  const rows = [...box.querySelectorAll<HTMLElement>('[data-cau], [data-trang]')];
  let dragged: HTMLElement | undefined;
  let drop: Drop | undefined;

  const show = (next: Drop | undefined): void => {
    if (drop) drop.row.classList.remove(...shown.map(classOf));
    drop = next;
    if (next) next.row.classList.add(classOf(next.where));
  };
  const ended = (): void => {
    dragged?.classList.remove('mc-outline-row--dragged');
    dragged = undefined;
    show(undefined);
  };
  for (const row of rows) {
    row.draggable = true;
    // A link is dragged as an address unless its row is the one that goes.
    for (const link of row.querySelectorAll('a')) link.draggable = false;
    row.addEventListener('dragstart', (event) => {
      dragged = row;
      row.classList.add('mc-outline-row--dragged');
      event.dataTransfer?.setData('text/plain', row.dataset['cau'] ?? row.dataset['trang'] ?? '');
    });
    row.addEventListener('dragend', ended);
    row.addEventListener('dragover', (event) => {
      const next = dragged && placeFor(dragged, row, event);
      if (!next) return show(undefined);
      event.preventDefault();
      if (next.row !== drop?.row || next.where !== drop.where) show(next);
    });
    row.addEventListener('drop', (event) => {
      event.preventDefault();
      if (dragged && drop) send(form, dragged, drop);
    });
  }
}

/** A page goes beside pages; a question beside questions, into the middle of a group, or to the end of a page. */
function placeFor(dragged: HTMLElement, row: HTMLElement, event: DragEvent): Drop | undefined {
  if (row === dragged) return undefined;
  const { top, height } = row.getBoundingClientRect();
  const share = (event.clientY - top) / height;
  const half: Where = share < 0.5 ? 'before' : 'after';
  if (dragged.dataset['trang']) return row.dataset['trang'] ? { row, where: half } : undefined;
  if (row.dataset['trang']) return { row, where: 'inside' };
  const middle = row.dataset['nhom'] && !dragged.dataset['nhom'] && share > 0.25 && share < 0.75;
  return { row, where: middle ? 'inside' : half };
}

function send(form: HTMLFormElement, { dataset: from }: HTMLElement, { row, where }: Drop): void {
  const to = row.dataset;
  const set = (name: string, value: string | undefined): void => {
    const field = form.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (field) field.value = value ?? '';
  };
  const beside = where === 'before' ? 'truoc' : 'sau';
  set('_lam', from['trang'] ? 'chuyen-trang' : 'chuyen');
  set('_cau', from['cau']);
  set('_trang', from['trang']);
  set(
    '_toi',
    where === 'inside'
      ? to['nhom']
        ? `nhom:${to['nhom']}`
        : `trang:${to['trang']}`
      : `${beside}:${to['cau'] ?? to['trang']}`,
  );
  form.requestSubmit();
}
