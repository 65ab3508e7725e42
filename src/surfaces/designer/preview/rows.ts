import type { PostedFields, Question } from '#capabilities/forms';

const rowOf = (name: string, group: string): number | undefined => {
  const row = name.startsWith(`${group}.`) ? /^\d{1,3}(?=\.)/.exec(name.slice(group.length + 1)) : null;
  return row ? Number(row[0]) : undefined;
};

/** One more row of a group: an empty field marks it. */
export function withRow(group: Question, fields: PostedFields): PostedFields {
  const rows = Object.keys(fields).flatMap((name) => rowOf(name, group.id) ?? []);
  const least = Math.max(group.required === true ? 1 : 0, group.min ?? 0);
  const next = Math.max(least, ...rows.map((row) => row + 1));
  const item = group.items?.[0]?.id ?? '';
  return { ...fields, [`${group.id}.${next}.${item}`]: '' };
}

/** The fields without a row; those after it move up. */
export function withoutRow(group: string, gone: number, fields: PostedFields): PostedFields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const row = rowOf(name, group);
      if (row === undefined || row < gone) return [[name, value] as const];
      if (row === gone) return [];
      return [[name.replace(`${group}.${row}.`, `${group}.${row - 1}.`), value] as const];
    }),
  );
}
