import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { sampleCodes } from '#builders/forms';
import { aContent, aPackageKey } from '../testing/builders.ts';
import { canonicalJson, depthOf } from './canonical-json.ts';
import { packProcedure, unpackProcedure } from './index.ts';
import { signBytes } from './key.ts';
import { manifestOf } from './manifest.ts';
import { zip } from './zip.ts';

const key = aPackageKey();
const text = new TextEncoder();
const whole = aContent('1.001193', {
  workflow: '<bpmn:definitions xmlns:bpmn="x">đường đi</bpmn:definitions>\n',
  decisions: '<definitions/>',
  templates: { 'giay-hen': { id: 'giay-hen', version: 1 } },
});

const codeOf = (bytes: Uint8Array): string | undefined => {
  const outcome = unpackProcedure(bytes);
  return outcome.ok ? undefined : outcome.refusal.code;
};
const filesIn = (bytes: Uint8Array) => new Map<string, Uint8Array>(Object.entries(unzipSync(bytes)));

/** A package with other files, its manifest and signature made anew: only what the files say can be wrong. */
function signedAnew(change: (files: Map<string, Uint8Array>) => void): Uint8Array {
  const files = filesIn(packProcedure(whole, key));
  change(files);
  const manifest = manifestOf(files);
  const signature = {
    algorithm: 'Ed25519',
    keyId: key.id,
    publicKey: key.publicKey,
    signature: signBytes(key, manifest),
  };
  files.set('manifest.json', manifest);
  files.set('signature.json', text.encode(canonicalJson(signature)));
  return zip(files);
}

describe('a package', () => {
  it('says the same after unpacking, and packs to the same bytes again, for every sample', () => {
    for (const content of [whole, ...sampleCodes().map((code) => aContent(code))]) {
      const bytes = packProcedure(content, key);
      const unpacked = unpackProcedure(bytes);
      assert.ok(unpacked.ok, JSON.stringify(unpacked));
      assert.deepEqual(unpacked.value.content, content);
      assert.equal(unpacked.value.signer.id, key.id);
      assert.deepEqual(packProcedure(unpacked.value.content, key), bytes);
    }
  });

  it('has files of its own for what others read', () => {
    const names = [...filesIn(packProcedure(whole, key)).keys()];
    assert.deepEqual(names, [
      'decisions.dmn',
      'documents.json',
      'fees.json',
      'form.json',
      'manifest.json',
      'package.json',
      'procedure.json',
      'schema.json',
      'signature.json',
      'templates/giay-hen.json',
      'workflow.bpmn',
      'workflow.json',
    ]);
  });

  it('does not bear any bit turned over', () => {
    const bytes = packProcedure(aContent(), key);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const turned = Uint8Array.from(bytes);
        turned[at] = (turned[at] ?? 0) ^ (1 << bit);
        const outcome = unpackProcedure(turned);
        // Bits that say nothing (a time, a version of a tool) may turn; what is read must be what was signed.
        assert.ok(!outcome.ok || outcome.value.signer.id === key.id);
        if (outcome.ok) assert.deepEqual(outcome.value.content, aContent());
      }),
      { numRuns: 300 },
    );
  });

  it('is refused with a key that did not sign it, and with one that is another than it says', () => {
    const files = filesIn(packProcedure(whole, key));
    const other = aPackageKey(1);
    const signature = JSON.parse(new TextDecoder().decode(files.get('signature.json')));
    for (const change of [{ publicKey: other.publicKey }, { keyId: other.id }]) {
      files.set('signature.json', text.encode(canonicalJson({ ...signature, ...change })));
      assert.equal(codeOf(zip(files)), 'package-signature');
    }
  });

  it('is refused when a file is changed, missing or added without being listed', () => {
    for (const change of [
      (files: Map<string, Uint8Array>) => files.set('fees.json', text.encode('[]\n')),
      (files: Map<string, Uint8Array>) => files.delete('decisions.dmn'),
      (files: Map<string, Uint8Array>) => files.set('templates/moi.json', text.encode('{}\n')),
    ]) {
      const files = filesIn(packProcedure(whole, key));
      change(files);
      assert.equal(codeOf(zip(files)), 'package-manifest');
    }
  });

  it('is refused though signed, when its files contradict each other or a definition may not be', () => {
    const put = (name: string, value: string) =>
      codeOf(signedAnew((files) => void files.set(name, text.encode(value))));
    const other = { format: 'motcua-procedure/1', code: '1.000000', version: 1, effectiveFrom: '2026-01-01' };
    assert.equal(put('package.json', canonicalJson(other)), 'package-file');
    assert.equal(put('fees.json', '{"a": 1, "a": 2}\n'), 'package-file');
    assert.equal(put('fees.json', '[ ]'), 'package-file');
    assert.equal(put('documents.json', canonicalJson('none')), 'definition-faulty');
    assert.equal(put('procedure.json', canonicalJson({ form: {} })), 'package-file');
    assert.equal(codeOf(signedAnew((files) => void files.delete('form.json'))), 'definition-faulty');
    const notUtf8 = signedAnew((files) => void files.set('workflow.bpmn', Uint8Array.of(0xff, 0xfe)));
    assert.equal(codeOf(notUtf8), 'package-file');
  });
});

describe('an archive that means harm', () => {
  const good = zipSync({ 'package.json': text.encode('{}') });

  it('has no other names than those of a package', () => {
    const names = [
      '../a.json',
      '/etc/passwd',
      'templates\\a.json',
      'templates/../a.json',
      'C:a',
      'templates/',
    ];
    for (const name of names)
      assert.equal(codeOf(zip(new Map([[name, text.encode('{}')]]))), 'package-name', name);
  });

  it('has no name that means something to the language', () => {
    const made = Buffer.from(zipSync({ 'form.json': text.encode('{}') })).toString('latin1');
    const renamed = Buffer.from(made.replaceAll('form.json', '__proto__'), 'latin1');
    assert.equal(codeOf(renamed), 'package-name');
  });

  it('has no link, no name twice, nothing before, between or after', () => {
    const link = zipSync({ 'package.json': [text.encode('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] });
    assert.equal(codeOf(link), 'package-link');
    const two = zipSync({ 'fees.json': text.encode('[]'), 'form.json': text.encode('[]') });
    const twice = Buffer.from(
      Buffer.from(two).toString('latin1').replaceAll('fees.json', 'form.json'),
      'latin1',
    );
    assert.equal(codeOf(twice), 'package-name-twice');
    assert.equal(codeOf(Buffer.concat([good, Buffer.from('x')])), 'package-no-zip');
    assert.equal(codeOf(Buffer.concat([Buffer.from('x'), good])), 'package-no-zip');
    assert.equal(codeOf(new Uint8Array()), 'package-no-zip');
  });

  const within50ms = (bytes: Uint8Array, code: string) => {
    // The best of three: a machine that is busy with other tests says nothing about us.
    const times = [1, 2, 3].map(() => {
      const begun = performance.now();
      assert.equal(codeOf(bytes), code);
      return performance.now() - begun;
    });
    assert.ok(Math.min(...times) < 50, `${code}: ${times.join(', ')} ms`);
  };

  it('is ended within 50 ms: 20 MB, a bomb that says so, a bomb that lies, a deep file', () => {
    within50ms(new Uint8Array(20_000_000), 'package-too-large');
    const bomb = zipSync({ 'form.json': new Uint8Array(20_000_000) });
    within50ms(bomb, 'package-too-large');
    const lying = Buffer.from(bomb);
    for (const at of [22, lying.readUInt32LE(lying.length - 6) + 24]) lying.writeUInt32LE(1000, at);
    within50ms(lying, 'package-broken');
    const deep = text.encode(`${'['.repeat(900_000)}${']'.repeat(900_000)}`);
    within50ms(
      signedAnew((files) => void files.set('form.json', deep)),
      'package-too-deep',
    );
  });
});

describe('canonical JSON', () => {
  it('is one text for one value, whatever the order of keys', () => {
    assert.equal(canonicalJson({ b: 1, a: [{ d: 1, c: 2 }] }), canonicalJson({ a: [{ c: 2, d: 1 }], b: 1 }));
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const said = canonicalJson(value);
        assert.equal(canonicalJson(JSON.parse(said)), said);
      }),
    );
  });
  it('knows its depth without descending', () => {
    assert.equal(depthOf('{"a":[1,{"b":"[[[[\\"["}]}'), 3);
    assert.equal(depthOf('[]'), 1);
    assert.equal(depthOf('"["'), 0);
  });
});
