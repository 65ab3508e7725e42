import type { PlainDate } from '#kernel/time';

/** The books of money; the day book is their first page. */
export const booksHome = '/mot-cua/so-sach';
export const collectionsPath = `${booksHome}/thu`;
export const entriesPath = `${booksHome}/thu/but-toan`;
export const remittancePath = `${booksHome}/chuyen-nop`;
export const refundsPath = `${booksHome}/hoan-phi`;
export const accountsPath = `${booksHome}/tai-khoan`;

export const refundHref = (code: string, rest = ''): string => `${refundsPath}/HP${code}${rest}`;
export const surplusHref = (unit: string, entry: string): string =>
  `${refundsPath}/tien-thua/${unit}/${entry}`;

/** A day as the three fields of a date input. */
export const dayFields = (name: string, date: PlainDate): Record<string, string> => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
};

/** An address with its query; empty values are left out. */
export const hrefWith = (path: string, fields: Readonly<Record<string, string>>): string => {
  const given = Object.entries(fields).filter(([, value]) => value !== '');
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
};
