import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkMinutes, forgottenFiles, suiteOf, suites } from '../run/suites.ts';
import { type TestEvent, tally } from '../run/tally.ts';
import { root } from '../support/tree.ts';

const event = (
  kind: 'pass' | 'fail',
  name: string,
  nesting = 0,
  rest: Partial<TestEvent> = {},
): TestEvent => ({
  event: kind,
  name,
  nesting,
  file: '/base/a.test.ts',
  line: 1,
  ms: 1,
  ...rest,
});
const outcome = (...events: TestEvent[]) => {
  const { passed, failures } = tally(events, '/base', false);
  return { passed, failed: failures.length };
};

describe('the runner counts', () => {
  it('leaves, not the suites around them', () => {
    const suite = event('pass', 'suite', 0, { suite: true });
    assert.deepEqual(outcome(event('pass', 'a', 1), event('pass', 'b', 1), suite, event('pass', 'c')), {
      passed: 3,
      failed: 0,
    });
  });
  it('a failure inside once, and a failure of the parent itself', () => {
    const inside = event('fail', 'parent', 0, { error: { kind: 'subtestsFailed', message: '' } });
    const itself = event('fail', 'parent', 0, { error: { kind: 'testCodeFailure', message: '' } });
    assert.deepEqual(outcome(event('fail', 'a', 1), inside), { passed: 0, failed: 1 });
    assert.deepEqual(outcome(event('pass', 'a', 1), itself), { passed: 1, failed: 1 });
  });
  it('a skipped test and a file without tests as failures', () => {
    assert.deepEqual(outcome(event('pass', 'a', 0, { idle: 'skip' })), { passed: 0, failed: 1 });
    assert.deepEqual(outcome(event('pass', 'a.test.ts')), { passed: 0, failed: 1 });
  });
  it('what asks a program that is not installed neither as passed nor as failed', () => {
    assert.deepEqual(outcome(event('pass', 'a', 0, { idle: 'absent' })), { passed: 0, failed: 0 });
  });
});

describe('the suites', () => {
  it('together with the checks take 15 minutes at most', () => {
    const minutes = suites.reduce((sum, suite) => sum + suite.budgetMinutes, checkMinutes);
    assert.ok(minutes <= 15, `${minutes} minutes`);
  });
  it('run every test file', () => assert.deepEqual(forgottenFiles(root), []));
  it('are told apart by the name of the file', () => {
    const names = {
      'src/kernel/time.test.ts': 'rules',
      'test/house/code.test.ts': 'rules',
      'test/house/sql.db.test.ts': 'database',
      'src/capabilities/audit/a.db.test.ts': 'database',
      'src/surfaces/office/inbox/inbox.page.test.ts': 'pages',
      'src/surfaces/office/office.scopes.test.ts': 'permissions',
      'src/integrations/mail/contract.test.ts': 'contracts',
      'test/journeys/birth.journey.ts': 'journeys',
      'test/faults/races.test.ts': 'faults-small',
      'test/run/a.test.ts': undefined,
    };
    for (const [file, suite] of Object.entries(names)) assert.equal(suiteOf(file)?.name, suite, file);
  });
});
