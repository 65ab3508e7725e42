import type { PageCtx } from '#platform/http';

export const textOf = (ctx: PageCtx, name: string): string => {
  const value = ctx.fields[name];
  return (typeof value === 'string' ? value : value?.at(-1)) ?? '';
};

/** Names of the controls, by what the commands call them. */
export const controls: Readonly<Record<string, string>> = {
  bin: 'ngan-hang',
  number: 'so-tai-khoan',
  holder: 'chu-tai-khoan',
  reason: 'ly-do',
};

/** What was posted: which charge, to which account, and why. */
export const fieldsOf = (ctx: PageCtx) => ({
  charge: textOf(ctx, 'khoan'),
  account: {
    bin: textOf(ctx, 'ngan-hang'),
    number: textOf(ctx, 'so-tai-khoan'),
    holder: textOf(ctx, 'chu-tai-khoan'),
  },
  reason: textOf(ctx, 'ly-do'),
});
