import { type Page, type PostedFields, repeats } from '#capabilities/forms';
import { addRow, removeRow, rowCount } from './rows.ts';

/** A button that changes the page instead of leaving it: it saves what is typed and comes back to `anchor`. */
export interface Tool {
  readonly anchor: string;
  change(fields: PostedFields): PostedFields;
}

const textOf = (value: PostedFields[string]): string => (typeof value === 'string' ? value : '');

export function toolOf(page: Page, posted: PostedFields): Tool | undefined {
  const group = (id: string) => page.questions.find((each) => repeats(each) && each.id === id);
  const adding = group(textOf(posted['_them']));
  if (adding) {
    const rows = rowCount(adding, adding.id, posted);
    const first = adding.items?.[0]?.id ?? '';
    return { anchor: `${adding.id}.${rows}.${first}`, change: (fields) => addRow(adding, fields) };
  }
  const [id = '', row = ''] = textOf(posted['_bo']).split('.');
  const removing = group(id);
  if (removing && /^\d{1,3}$/.test(row))
    return { anchor: removing.id, change: (fields) => removeRow(removing, Number(row), fields) };
  const reload = textOf(posted['_tai']);
  // The name leads into an address of our own, so it is taken only in the shape that names have.
  if (/^[a-zA-Z0-9.]{1,120}(-search)?$/.test(reload))
    return { anchor: anchorOf(page, reload), change: (fields) => fields };
  return undefined;
}

/** A search and a calculation come back to themselves; an address to the list of communes it asked for. */
const anchorOf = (page: Page, name: string): string =>
  name.endsWith('-search') || page.questions.some(({ id, type }) => id === name && type === 'calculated')
    ? name
    : `${name}-commune`;
