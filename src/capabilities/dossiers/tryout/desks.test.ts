import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFewLists, sampleCodes } from '#builders/forms';
import { possibleActs } from '../look.ts';
import type { ActKind } from '../rules/acts.ts';
import type { Intent } from '../rules/possible.ts';
import { samplePlan } from '../testing/plans.ts';
import { aTryOut } from '../testing/trying.ts';
import { viewOfTried } from './as-view.ts';
import { deskOfficer, desksAt } from './desks.ts';
import { roads } from './moves.ts';
import { type TryOut, tryOut } from './try-out.ts';

const intentOf: Partial<Record<ActKind, Intent>> = {
  accepted: 'accept',
  declined: 'decline',
  'supplement-requested': 'ask-supplement',
  'supplement-confirmed': 'confirm-supplement',
  'taken-over': 'take-over',
  'step-finished': 'finish-step',
  'opinion-given': 'give-opinion',
  'result-drafted': 'draft-result',
  'result-approved': 'approve-result',
  issued: 'issue',
  'fee-paid': 'take-fee',
  returned: 'return-result',
};

/** Before each act of an officer, somebody at one of the desks has its button. */
function whatNobodyCouldDo(code: string, change: Partial<TryOut>): readonly string[] {
  const { story, rules } = tryOut(aTryOut(code, change));
  assert.ok(rules && story.length > 1, code);
  return story.slice(1).flatMap(({ act, at: when }, index) => {
    const before = story[index];
    const intent = intentOf[act.kind];
    // Acts of one move have one moment: only the first of them was chosen by somebody.
    if (!before || !intent || act.actorKind !== 'officer' || before.at === when) return [];
    const clock = { now: () => when };
    const able = desksAt(rules, before.state).some(
      (desk) =>
        possibleActs({ actor: deskOfficer(desk), clock }, rules, before.state, desk.task)[intent] ===
        undefined,
    );
    return able ? [] : [`${code} ${change.road ?? ''} ${act.kind} in ${before.stage}`];
  });
}

test('each act of every live procedure is offered at one of the desks before it is done', () => {
  const wrong = sampleCodes()
    .filter((each) => each !== 'generic')
    .flatMap((code) =>
      roads.flatMap((road) =>
        [false, true].flatMap((elsewhere) => whatNobodyCouldDo(code, { road, elsewhere })),
      ),
    );
  assert.deepEqual(wrong, []);
});

test('of a plan every open task has its desk: the deciding unit first, then who is asked', async () => {
  const plan = await samplePlan('1.013225');
  assert.ok(plan);
  for (const road of roads)
    assert.deepEqual(whatNobodyCouldDo('1.013225', { plan, road, elsewhere: true }), []);
  const { story, rules } = tryOut(aTryOut('1.013225', { plan }));
  const desks = story.map(({ state }) => (rules ? desksAt(rules, state) : []));
  const most = desks.toSorted((a, b) => b.length - a.length)[0] ?? [];
  assert.ok(most.length > 1, 'two agencies are asked beside the appraisal');
  assert.equal(most[0]?.step?.does, 'appraise');
  assert.equal(new Set(most.map(({ id }) => id)).size, most.length, 'each has an address of its own');
});

test('a moment is drawn from what had been done by then, and from nothing later', () => {
  const tried = tryOut(aTryOut('1.004873', {}));
  const names = {
    code: 'THU',
    procedureName: 'Thủ tục thử',
    applicant: { name: 'Nguyễn Thị Thử' },
    lists: aFewLists(),
  };
  for (const [nth, moment] of tried.story.entries()) {
    const view = viewOfTried(tried, nth, names);
    assert.equal(view?.acts.length, nth + 1);
    assert.deepEqual(view?.state, moment.state);
    assert.ok((view?.forms[0]?.words.length ?? 0) > 0);
  }
  assert.equal(viewOfTried(tried, tried.story.length, names), undefined);
});
