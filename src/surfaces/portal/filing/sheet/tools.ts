import type { Page, PostedFields } from '#capabilities/forms';
import { addRow, removeRow, rowCount } from './rows.ts';

/** A button that changes the page instead of leaving it: it saves what is typed and comes back to `anchor`. */
export interface Tool {
  readonly anchor: string;
  change(fields: PostedFields): PostedFields;
}

const textOf = (value: PostedFields[string]): string => (typeof value === 'string' ? value : '');

export function toolOf(page: Page, posted: PostedFields): Tool | undefined {
  const group = (id: string) => page.questions.find((each) => each.type === 'group' && each.id === id);
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
  if (/^[a-zA-Z0-9.]{1,120}$/.test(reload))
    return { anchor: `${reload}-commune`, change: (fields) => fields };
  return undefined;
}
