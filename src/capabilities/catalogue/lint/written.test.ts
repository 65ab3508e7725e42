import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import type { Page, ProcedureDefinition } from '#capabilities/forms';
import { lintProcedure } from './lint-procedure.ts';
import type { LintWorld } from './world.ts';

const world = {
  today: '2026-11-25',
  communes: [],
  decides: () => true,
  plainWords: [],
  results: [],
} as unknown as LintWorld;

/** A form with a person and a block as they are written, and a question that leans on both. */
function written(condition: object): ProcedureDefinition {
  const base = sampleDefinition('1.004873');
  const page = {
    id: 'them',
    title: { vi: 'Thêm', en: 'More' },
    questions: [
      {
        id: 'ong',
        type: 'person',
        label: { vi: 'Ông', en: 'Grandfather' },
        of: { vi: 'của ông' },
        parts: ['name', 'sex'],
      },
      { id: 'to', type: 'block', block: 'giayTo', label: { vi: 'Giấy tờ', en: 'Papers' } },
      { id: 'cuoi', type: 'text', label: { vi: 'Cuối', en: 'Last' }, if: condition },
    ],
  } as unknown as Page;
  const blocks = {
    giayTo: {
      title: { vi: 'Giấy tờ', en: 'Papers' },
      questions: [{ id: 'so', type: 'text' as const, label: { vi: 'Số' } }],
    },
  };
  return { ...base, blocks, form: { ...base.form, pages: [...base.form.pages, page] } };
}
const found = (condition: object) =>
  lintProcedure({ definition: written(condition) }, world).map(({ code, at }) => `${code} ${at}`);

test('persons and blocks are judged as they are asked, their words where they were written', () => {
  const fine = found({ q: 'ongGioiTinh', is: '1' });
  assert.ok(!fine.some((each) => each.startsWith('question-unreachable')), fine.join('\n'));
  assert.deepEqual(
    fine.filter((each) => each.startsWith('english-missing')),
    ['english-missing form.pages.them.questions.ong.of', 'english-missing blocks.giayTo.questions.so.label'],
  );
  const dead = found({ q: 'ongGioiTinh', is: 'khong-co' });
  assert.ok(dead.includes('question-unreachable form.pages.them.questions.cuoi'), dead.join('\n'));
});
