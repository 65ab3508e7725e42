import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { aFewLists, sampleCodes, sampleDefinition } from '#builders/forms';
import type { DraftContent } from '#capabilities/catalogue';
import { loadTemplates } from '#capabilities/papers';
import { ownFindings } from './own-findings.ts';

const papers = await loadTemplates(path.resolve(import.meta.dirname, '../../samples/papers'));
const lists = aFewLists();
const common = papers.find('01');
const said = (more: Omit<DraftContent, 'definition'>, code = '1.004873') =>
  ownFindings({ definition: sampleDefinition(code), ...more }, { papers, lists }).map((finding) => {
    assert.equal(finding.level, 'error');
    assert.ok(finding.text?.vi && finding.text.en, `${finding.code} has its sentences`);
    return `${finding.code} ${finding.at}`;
  });

test('a procedure without papers, messages and runs of its own has nothing to answer for', () => {
  for (const code of sampleCodes()) assert.deepEqual(said({}, code), [], code);
});

test('a form that the procedure names and nobody wrote is missed before a citizen goes without it', () => {
  const definition = sampleDefinition('1.004873');
  const sector = { ...definition, forms: { ...definition.forms, receipt: 'HT-01' } };
  const codes = (templates: DraftContent['templates']) =>
    ownFindings({ definition: sector, ...(templates ? { templates } : {}) }, { papers, lists }).map(
      ({ code, at }) => `${code} ${at}`,
    );
  assert.deepEqual(codes(undefined), ['paper-missing templates']);
  assert.deepEqual(codes({ 'ht-01': { ...common, id: 'ht-01' } }), []);
});

test('what keeps a paper, a message or a saved run from being published is named by its place', () => {
  assert.ok(common);
  const blocks = [...common.blocks, { kind: 'paragraph' as const, text: '{{nobody}}' }];
  assert.deepEqual(said({ templates: { '01': common } }), []);
  assert.deepEqual(said({ templates: { '01': { ...common, blocks } } }), [
    `paper-hole-unknown templates.01.blocks.${common.blocks.length}`,
  ]);
  assert.deepEqual(said({ templates: { '01-en': common } }), ['paper-language templates.01-en']);
  assert.deepEqual(said({ templates: { ct04: common } }), ['paper-unasked templates.ct04']);
  const message = { moment: 'accepted', title: { vi: 'Đã nhận {code}' }, body: { vi: '{x}', en: 'y' } };
  assert.deepEqual(said({ templates: { 'message-accepted': message } }), [
    'message-language templates.message-accepted.title.en',
    'message-hole-unknown templates.message-accepted.body.vi',
  ]);
  assert.deepEqual(said({ templates: { 'message-near-due': message } }), [
    'message-unasked templates.message-near-due',
  ]);
  assert.deepEqual(said({ runs: [{}] }), ['run-unreadable runs.0']);
});
