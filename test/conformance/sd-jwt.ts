/**
 * Judges every example of RFC 9901 and every test vector of the status list draft, out of their texts, and writes what
 * passes: `node test/conformance/sd-jwt.ts <text of RFC 9901> <text of draft-ietf-oauth-status-list>`. By hand only: the
 * texts are not ours to ship.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { examplesOf, type Miss, vectorsOf } from './sd-jwt-texts.ts';

const page = 'docs/reference/conformance-sd-jwt.md';
const [rfc, draft] = process.argv.slice(2);
if (rfc === undefined || draft === undefined)
  throw new Error(
    'Usage: node test/conformance/sd-jwt.ts <text of RFC 9901> <text of the status list draft>',
  );

const parts = [
  ...(await examplesOf(readFileSync(rfc, 'utf8'))),
  ...(await vectorsOf(readFileSync(draft, 'utf8'))),
];
const misses: readonly Miss[] = parts.flatMap(({ misses: found }) => found);
writeFileSync(
  page,
  [
    '# Conformance: SD-JWT and status lists',
    '',
    'Examples of RFC 9901 and test vectors of draft-ietf-oauth-status-list (appendix C), judged by `src/platform/credentials`.',
    'Written by `node test/conformance/sd-jwt.ts <text of the RFC> <text of the draft>`.',
    '',
    '| what | passed |',
    '|---|---|',
    ...parts.map(({ what, all, misses: found }) => `| ${what} | ${all - found.length} of ${all} |`),
    '',
    ...(misses.length > 0 ? ['## Each miss', '', ...misses.map((miss) => `* ${miss}`), ''] : []),
  ].join('\n'),
);
console.log(readFileSync(page, 'utf8'));
