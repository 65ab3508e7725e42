import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { exampleSets } from './examples.ts';
import { galleryPages, gallerySections } from './gallery.ts';
import { readHtml, type Tag } from './testing/read-html.ts';

const all = exampleSets.flatMap((set) =>
  set.examples.map((example) => ({ ...example, title: `${set.component}: ${example.name}` })),
);
// No spaces: a key hint shows one key a word.
const hostile = `"'onclick="alert(1)"style='x'><script>alert(1)</script><img/src=x/onerror=alert(1)>`;

function assertCspClean(tags: readonly Tag[]): void {
  for (const { name, attributes } of tags) {
    assert.ok(name !== 'script' || attributes.has('src'), 'inline script');
    assert.notEqual(name, 'style');
    for (const key of attributes.keys()) assert.ok(!/^on|^style$/.test(key), `${key} on ${name}`);
  }
}

test('every example is well formed and needs nothing inline', () => {
  for (const { render } of all) assertCspClean(readHtml(render().text));
});

test('hostile text in every string prop stays text', () => {
  for (const { title, render } of all) {
    const shape = (tags: readonly Tag[]): string[] =>
      tags.filter((tag) => !tag.inside.includes('svg')).map((tag) => tag.name);
    const after = readHtml(render((text) => text + hostile).text);
    assertCspClean(after);
    assert.deepEqual(shape(after), shape(readHtml(render().text)), title);
  }
});

test('the reader of these tests notices what breaks out', () => {
  for (const broken of ['<p>', '<p></b>', '<p a="1" a="2"></p>', '<p a="<b"></p>', "<p a='1'></p>", '1 < 2'])
    assert.throws(() => readHtml(broken), broken);
  assert.throws(() => assertCspClean(readHtml('<p style="x"></p>')));
});

test('ids are unique over the whole gallery and every reference has its target', () => {
  const pages = [gallerySections().text, ...galleryPages().map(({ page }) => page.text)];
  for (const page of pages) {
    const tags = readHtml(page);
    const ids = tags.map((tag) => tag.attributes.get('id')).filter((id) => id !== undefined);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
    );
    for (const { attributes } of tags)
      for (const key of ['for', 'aria-describedby', 'aria-labelledby'])
        for (const id of attributes.get(key)?.split(' ') ?? []) assert.ok(ids.includes(id), `${key}=${id}`);
  }
});

test('every control has a name that can be spoken', () => {
  const tags = readHtml(gallerySections().text);
  const labelled = new Set(
    tags.filter((tag) => tag.name === 'label').map((tag) => tag.attributes.get('for')),
  );
  const controls = tags.filter((tag) => ['input', 'select', 'textarea'].includes(tag.name));
  assert.ok(controls.length > 25);
  for (const { name, attributes } of controls) {
    if (attributes.get('type') === 'hidden') continue;
    const spoken = attributes.has('aria-label') || labelled.has(attributes.get('id'));
    assert.ok(spoken, `${name} ${attributes.get('name')}`);
  }
});

test('an error is joined to its control, in the same words, and marks it', () => {
  const text = gallerySections().text;
  const controls = readHtml(text).filter((tag) => tag.attributes.has('aria-invalid'));
  assert.ok(controls.length >= 4);
  for (const { attributes } of controls) {
    const id = attributes.get('aria-describedby')?.split(' ').at(-1);
    if (id === undefined) continue; // One part of a date: the error belongs to the group.
    assert.match(id, /-error$/);
    assert.ok(text.includes(`class="mc-error" id="${id}"`));
  }
});

test('no component is without examples', () => {
  const shown = new Set(exampleSets.map((set) => set.component));
  const shownElsewhere = ['field', 'header'];
  const folders = readdirSync(new URL('./components/', import.meta.url));
  assert.deepEqual(
    folders.filter((folder) => !shown.has(folder) && !shownElsewhere.includes(folder)),
    [],
  );
});
