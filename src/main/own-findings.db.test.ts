import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { aFewLists } from '#builders/forms';
import {
  approveDraft,
  type DraftContent,
  importProcedure,
  packProcedure,
  procedureDraft,
  saveProcedureDraft,
  sendForApproval,
  startProcedureDraft,
} from '#capabilities/catalogue';
import { runAgain, type SavedRun } from '#capabilities/dossiers';
import { inventAnswers } from '#capabilities/forms';
import { loadTemplates } from '#capabilities/papers';
import { asPlainDate, instantAt } from '#kernel/time';
import { aStage, codeOf, services, value } from '../capabilities/catalogue/testing/stage.ts';
import { ownFindings } from './own-findings.ts';

const code = '1.004873';
const lists = aFewLists();
const papers = await loadTemplates(path.resolve(import.meta.dirname, '../../samples/papers'));
const { drafter, approver, machine } = await aStage(code);
const judging = { ...services, lint: (content: DraftContent) => ownFindings(content, { papers, lists }) };

function aRun({ definition }: DraftContent): SavedRun {
  const day = asPlainDate('2026-11-25');
  const facts = { today: day, channel: 'online', representing: 'self' };
  const run = {
    persona: {
      name: 'Nguyễn Thị Thử',
      channel: 'online' as const,
      answers: inventAnswers(definition.form, { today: day, lists, facts }, 11),
    },
    road: 'granted' as const,
    pace: 0.95,
    elsewhere: false,
    startAt: instantAt(day, 540),
  };
  return { id: 'lan-1', name: 'Lần một', ...run, end: runAgain(run, { definition, lists }).end };
}
const slower = (content: DraftContent): DraftContent => ({
  ...content,
  definition: {
    ...content.definition,
    time: content.definition.time.map((each) => ({ ...each, value: each.value + 20 })),
  },
});

test('a saved run stands in the way of approval, and of a package, until it ends as it was kept', async () => {
  const id = value(await startProcedureDraft(drafter, judging, { code, from: 'current' }));
  const draft = await procedureDraft(drafter, id);
  assert.ok(draft);
  const content = { ...draft.content, runs: [aRun(draft.content)] };
  value(await saveProcedureDraft(drafter, id, 1, slower(content)));
  value(await sendForApproval(drafter, id));
  const approve = () => approveDraft(approver, judging, id, { effectiveFrom: '2026-11-25' });
  const refused = await approve();
  assert.equal(codeOf(refused), 'lint-errors');
  assert.ok(!refused.ok && refused.refusal.details?.['first'] === 'run-differs');

  const numbered = (each: DraftContent, version: number) => ({
    ...each,
    definition: { ...each.definition, version },
  });
  const differing = packProcedure(numbered(slower(content), 7), services.key);
  assert.equal(codeOf(await importProcedure(machine, judging, differing)), 'lint-errors');
  const same = packProcedure(numbered(content, 7), services.key);
  assert.equal(value(await importProcedure(machine, judging, same)).version, 7);
});
