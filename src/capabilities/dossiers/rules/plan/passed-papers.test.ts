import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { planOfXml } from '../../testing/builders.ts';
import { roadXml } from '../../testing/roads.ts';
import { papersPassed } from './passed-papers.ts';

const here = sampleDefinition('1.001731');
const there = sampleDefinition('1.003197');
const paper = (demand: string, sha256 = 'a') => ({ demand, title: `Giấy ${demand}`, sha256 });

async function passing(papers: string, held = [paper('to-khai'), paper('khai-tu', 'b')], known = true) {
  const xml = roadXml(
    { kind: 'both', parts: [{ kind: 'desk' }, { kind: 'timer' }] },
    { kind: 'own' },
  ).replace(
    /<userTask id="(n\d+)" name="[^"]*" mc:role="specialist"[^>]*><\/userTask>|<userTask id="(n\d+)" name="[^"]*" mc:role="specialist"[^>]*\/>/,
    (_, a: string | undefined, b: string | undefined) =>
      `<callActivity id="${a ?? b}" mc:procedure="1.003197" mc:papers="${papers}"/>`,
  );
  const plan = await planOfXml(xml);
  const call = Object.values(plan?.nodes ?? {}).find(({ kind }) => kind === 'call');
  assert.ok(plan && call, 'the diagram calls');
  return papersPassed(plan, { node: call.id }, { here, there: known ? there : undefined, held }).map(
    ({ paper: { sha256 }, demand, title }) => `${sha256} ${demand} ${title}`,
  );
}

test('a call takes along the papers that it names, by id or by result code, under their names there', async () => {
  const evidence = 'b chung-minh Giấy tờ chứng minh thuộc trường hợp xóa thường trú';
  assert.deepEqual(await passing('khai-tu=chung-minh'), [evidence]);
  assert.deepEqual(await passing('KQ.G15.000034=chung-minh'), [evidence]);
  assert.deepEqual(await passing('khai-tu=chung-minh, KQ.G15.000034=chung-minh'), [evidence], 'each once');
  assert.deepEqual(await passing('khai-tu=chung-minh', [paper('to-khai')]), [], 'nothing was handed in');
  assert.deepEqual(await passing('khac=chung-minh'), []);
});

test('what the called procedure does not ask for, or nobody knows, goes along as it is called', async () => {
  assert.deepEqual(await passing('khai-tu=la'), ['b la Giấy khai-tu']);
  assert.deepEqual(await passing('khai-tu=chung-minh', undefined, false), ['b chung-minh Giấy khai-tu']);
});

test('several files of one paper go along, each once', async () => {
  const held = [paper('khai-tu', 'b'), paper('khai-tu', 'c'), paper('khai-tu', 'b')];
  assert.deepEqual(
    (await passing('khai-tu=chung-minh', held)).map((each) => each.slice(0, 12)),
    ['b chung-minh', 'c chung-minh'],
  );
});
