import assert from 'node:assert/strict';
import { fieldsFromAnswers } from '#capabilities/forms';
import type { House } from '../pages.ts';
import { fillForm } from './answers.ts';
import type { Visitor } from './cast.ts';

/** Every field that the page shows, with what stands in it: what a browser would send back. */
export function shown(text: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of text.matchAll(/<input\b[^>]*>/g)) {
    const at = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    const name = at('name');
    if (!name || at('type') === 'file' || name === '_csrf' || name === 'q') continue;
    if (/type="(checkbox|radio)"/.test(tag) && !/\schecked/.test(tag)) continue;
    fields[name] = at('value') ?? '';
  }
  for (const [, name = '', options = ''] of text.matchAll(
    /<select[^>]*\sname="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    fields[name] = /value="([^"]*)" selected/.exec(options)?.[1] ?? '';
  return fields;
}
/** A tick at every paper that was only shown. */
export const compareAll = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/name="(_doi-chieu\.[^"]+)"/g)].map(([, name]) => [name ?? '', 'yes'] as const),
  );

/** Answers to every question of a procedure, as the sheet posts them. */
export async function filledSheet(house: House, code: string, seed = 3): Promise<Record<string, string>> {
  const current = await house.catalogue.current(code);
  assert.ok(current);
  const definition = await house.services.procedure(code, current.version);
  const facts = { channel: 'direct', representing: 'self', today: '2026-11-25' };
  const { lists } = house.services;
  const answers = fillForm(definition, { lists, facts, seed, commune: '30337' });
  return Object.assign(
    {},
    ...definition.form.pages.map((page) => fieldsFromAnswers(page, answers)),
  ) as Record<string, string>;
}

/** A sheet that can be received as it stands: all is answered, compared and typed. */
export async function readySheet(house: House, code: string, as: Visitor): Promise<Record<string, string>> {
  const path = `/mot-cua/quay/${code}`;
  const answers = await filledSheet(house, code);
  let form: Record<string, string> = { ...shown((await house.visit('GET', path, { as })).text), ...answers };
  for (let round = 0; round < 3; round++) {
    const { text } = await house.visit('POST', path, { as, form: { ...form, _lam: 'xem' } });
    form = { ...form, ...shown(text), ...compareAll(text), ...answers };
  }
  return form;
}
