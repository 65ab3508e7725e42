import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { readText, root } from '../support/tree.ts';
import { assertFinds, assertNone, houseFiles } from './files.ts';
import { glossary, pages, traces } from './papers.ts';

const files = houseFiles();
const lock = existsSync(path.join(root, 'package-lock.json')) ? readText('package-lock.json') : undefined;

describe('papers of the house', () => {
  it('know no machine and no registry', () => assertNone(traces(files, lock)));
  it('declare permission and audit on every page', () => assertNone(pages(files)));
  it('explain the words of the field', () => assertNone(glossary(files)));
});

describe('the rules of papers find a planted fault', () => {
  it('a path of one machine, a registry, a package from elsewhere', () => {
    const text = `a\nsee ${['', 'home', 'lan', 'x'].join('/')}\nhttps://registry.${'npmjs'}.org/\n`;
    assertFinds(traces(new Map([['docs/a.md', text]]), undefined), 'docs/a.md:2', 'docs/a.md:3');
    assertFinds(
      traces(new Map(), '{\n"resolved": "https://packages.example/a.tgz"\n}'),
      'package-lock.json:2',
    );
  });
  it('a page for nobody knows whom', () => {
    const where = 'src/surfaces/office/inbox/inbox.page.ts';
    assertFinds(pages(new Map([[where, "definePage({ permission: a, audit: 'inbox.read' })"]])));
    assertFinds(pages(new Map([[where, "definePage({ path: '/' })"]])), where, where);
  });
  it('a missing word', () => {
    const text = '| Vietnamese | English | source |\n|---|---|---|\n| hồ sơ |\n';
    const found = glossary(new Map([['GLOSSARY.md', text]]));
    assertFinds(found, ...Array.from({ length: 9 }, () => 'GLOSSARY.md'), 'GLOSSARY.md:3');
  });
});
