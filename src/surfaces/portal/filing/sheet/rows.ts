import type { PostedFields, Question } from '#capabilities/forms';

const rowShape = /^(\d{1,3})\./;

/** How many rows of a group to draw: those with fields, and as many as it must have. */
export function rowCount(group: Question, name: string, fields: PostedFields): number {
  const least = Math.max(group.required === true ? 1 : 0, group.min ?? 0);
  let most = least;
  for (const field of Object.keys(fields)) {
    if (!field.startsWith(`${name}.`)) continue;
    const index = rowShape.exec(field.slice(name.length + 1))?.[1];
    if (index !== undefined) most = Math.max(most, Number(index) + 1);
  }
  return Math.min(most, group.max ?? 60);
}

/** Opens one more row: an empty field marks it, for reading passes over rows without content. */
export function addRow(group: Question, fields: PostedFields): PostedFields {
  const rows = rowCount(group, group.id, fields);
  const item = group.items?.[0];
  if (!item || rows >= (group.max ?? 60)) return fields;
  return { ...marked(group, fields), [`${group.id}.${rows}.${firstField(item)}`]: '' };
}

/** A field whose emptiness says nothing of the row; what is calculated has none, so the first that has one is taken. */
const ends: Partial<Record<Question['type'], string>> = {
  date: '-day',
  'commune-address': '-detail',
  'old-address': '-detail',
};
const firstField = (item: Question): string => item.id + (ends[item.type] ?? '');

/** Rows drawn because they must be there get their mark too, so that an added row stands after them. */
function marked(group: Question, fields: PostedFields): PostedFields {
  const item = group.items?.[0];
  const marks: Record<string, string> = {};
  for (let i = 0; item && i < rowCount(group, group.id, fields); i++)
    marks[`${group.id}.${i}.${firstField(item)}`] = '';
  return { ...marks, ...fields };
}

/** Takes a row away and moves those after it up. */
export function removeRow(group: Question, row: number, fields: PostedFields): PostedFields {
  const kept: Record<string, string | readonly string[] | undefined> = {};
  for (const [field, value] of Object.entries(marked(group, fields))) {
    const index = field.startsWith(`${group.id}.`)
      ? rowShape.exec(field.slice(group.id.length + 1))?.[1]
      : undefined;
    if (index === undefined) kept[field] = value;
    else if (Number(index) !== row) {
      const moved = Number(index) > row ? Number(index) - 1 : Number(index);
      kept[field.replace(`${group.id}.${index}.`, `${group.id}.${moved}.`)] = value;
    }
  }
  return kept;
}
