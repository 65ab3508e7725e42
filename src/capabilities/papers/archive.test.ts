import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { askOutside, isInstalled } from '#test/outside-judge';
import { smallAuthority } from '#test/small-authority';
import { drawPaper } from './render.ts';
import { loadTemplates } from './shelf.ts';
import { aPaper, paperSamples } from './testing/builders.ts';
import { objectsOf } from './testing/objects.ts';
import { signedTwice } from './testing/signing.ts';
import type { PaperId } from './values.ts';

const shelf = await loadTemplates(join(import.meta.dirname, '../../../samples/papers'));
const ids = Object.keys(paperSamples) as PaperId[];
const authority = await smallAuthority(Date.UTC(2026, 10, 25, 2, 41));
const noQpdf = (await isInstalled('qpdf', '--version')) ? false : 'qpdf is not installed';

async function drawn(id: PaperId, changes = {}) {
  const template = shelf.find(id);
  assert.ok(template);
  const paper = await drawPaper(template, aPaper(id, changes));
  assert.ok(paper.ok, id);
  return paper.value;
}

const letter = 'Người 字 ký';
const agency = 'Ủy ban nhân dân xã Mỹ Hòa Hưng';
const files = (
  await Promise.all(
    ids.map(async (id) => {
      const paper = await drawn(id);
      const plain = { id, bytes: paper.pdf };
      if (!paper.places.leader) return [plain];
      const bytes = await signedTwice(paper, authority, { name: letter, agency });
      return [plain, { id: `${id}, signed`, bytes }];
    }),
  )
).flat();
test('most papers have room to sign', () => assert.ok(files.length > 1.5 * ids.length));

/** Clauses of ISO 19005-2 that a paper of ours could break. */
for (const { id, bytes } of files)
  test(`${id} is PDF/A-2a as far as its letters say`, () => {
    const raw = Buffer.from(bytes).toString('latin1');
    const objects = objectsOf(bytes);
    const every = (pattern: RegExp) => objects.filter(({ words }) => pattern.test(words));
    assert.match(raw, /^%PDF-1\.7\n%[\x80-\xff]{4}/, '6.1.2 header');
    for (const trailer of raw.split('trailer\n').slice(1))
      assert.match(trailer, /\/ID \[(<[0-9a-f]+>|\()/i, '6.1.3 id');
    const words = objects.map((object) => object.words).join('\n');
    assert.doesNotMatch(
      words,
      /\/(Encrypt|JavaScript|JS|Launch|OpenAction|AA|XFA|NeedAppearances|EmbeddedFiles|LZWDecode|OCProperties|Sound|Movie|DeviceCMYK)\b|(?<!\/S )\/TR2?\b/,
      'forbidden features',
    );
    const profiles = every(/\/N 3\b/);
    assert.match(words, /\/S \/GTS_PDFA1/, '6.2.3 output intent');
    assert.ok(
      profiles.some(
        ({ data }) =>
          data?.toString('latin1', 16, 20) === 'RGB ' && data.toString('latin1', 36, 40) === 'acsp',
      ),
      '6.2.3 profile',
    );
    const fonts = every(/\/Type \/Font\b(?!Descriptor)/);
    assert.ok(fonts.length > 0);
    for (const { words } of fonts) {
      assert.match(words, /\/Subtype \/(Type0|CIDFontType2)\b/, 'fonts');
      if (/\/Type0/.test(words)) assert.match(words, /\/ToUnicode \d+ 0 R/, '6.2.11.7 letters');
      else assert.match(words, /\/CIDToGIDMap \/Identity/, '6.2.11.3 glyphs');
    }
    for (const { words } of every(/\/Type \/FontDescriptor/))
      assert.match(words, /\/FontFile2 \d+ 0 R/, '6.2.11.4');
    const pages = objects.filter(
      ({ data, words }) => data && /BT\b[^]*\bET\b/.test(data.toString('latin1')) && !/\/XML/.test(words),
    );
    assert.ok(pages.length > 0);
    for (const { data } of pages) {
      const drawing = data?.toString('latin1') ?? '';
      assert.doesNotMatch(drawing, /<(?:[0-9a-fA-F]{4})*?0000(?:[0-9a-fA-F]{4})*>/, '6.2.11.8 no glyph 0');
      assert.doesNotMatch(drawing, /(^|\s)[kK]\s/, '6.2.4 colours of print');
    }
    for (const { words } of every(/\/Subtype \/Widget/)) {
      assert.match(words, /\/F 132\b/, '6.3.2 printed, not hidden');
      assert.match(words, /\/AP ?<<\s*\/N \d+ 0 R\s*>>/, '6.3.3 one appearance');
    }
    assert.match(words, /\/MarkInfo/, '6.7.2 tags');
    assert.match(words, /\/StructTreeRoot/, '6.7.3 tree of tags');
    assert.match(words, /\/Lang \(vi\)/, '6.7.4 language');
    const facts = every(/\/Subtype \/XML/).map(({ data }) => data?.toString('utf8') ?? '');
    assert.equal(facts.length, 1);
    assert.match(
      facts[0] ?? '',
      /<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A<\/pdfaid:conformance>/,
      '6.6.4',
    );
    assert.match(facts[0] ?? '', /<xmp:CreateDate>2026-11-25T02:41:00Z</, '6.6.3 date');
  });

test('a name with marks of XML leaves the facts of the file readable', async () => {
  const { pdf } = await drawn('result', { agency: 'Chi cục <A> & "B" \u0001\uFFFE]]>' });
  const facts =
    objectsOf(pdf)
      .find(({ words }) => words.includes('/XML'))
      ?.data?.toString('utf8') ?? '';
  assert.ok(facts.includes('<rdf:li>CHI CỤC &lt;A&gt; &amp; "B" ]]&gt;</rdf:li>'), facts);
});

test('qpdf finds no fault in any paper, drawn or signed', { skip: noQpdf }, async () => {
  for (const { id, bytes } of files) {
    const { ok, said } = await askOutside('qpdf', ['--check', 'paper.pdf'], { 'paper.pdf': bytes });
    assert.ok(ok && /No syntax or stream encoding errors found/.test(said), `${id} ${said}`);
  }
});
