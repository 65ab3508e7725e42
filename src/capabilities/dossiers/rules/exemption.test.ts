import assert from 'node:assert/strict';
import test from 'node:test';
import { exemptionOf, proofInWords, proofOf } from './exemption.ts';

const kept = { id: 'p1', title: 'Giấy chứng nhận hộ nghèo', sha256: 'a'.repeat(64) };
const paper = { ...kept, source: 'upload' };

test('an exemption is proved by a paper of the dossier, by words for one that was shown, or by both, never by nothing', () => {
  assert.deepEqual(proofOf({ paper: 'p1', shown: '' }, [paper]), { ok: true, value: { paper: kept } });
  assert.deepEqual(proofOf({ paper: '', shown: 'Thẻ số 15' }, []), {
    ok: true,
    value: { shown: 'Thẻ số 15' },
  });
  const both = proofOf({ paper: 'p1', shown: 'Thẻ số 15' }, [paper]);
  assert.ok(both.ok);
  assert.equal(proofInWords({ proof: both.value }), 'Giấy chứng nhận hộ nghèo; Thẻ số 15');
  const nothing = proofOf({ paper: '', shown: '' }, [paper]);
  assert.equal(!nothing.ok && nothing.refusal.code, 'proof-missing');
  const strange = proofOf({ paper: 'p2', shown: 'Thẻ số 15' }, [paper]);
  assert.equal(!strange.ok && strange.refusal.code, 'paper-not-here');
});

test('exemptions of before, whose ground says it all, stay as they are', () => {
  assert.deepEqual(exemptionOf({ ground: 'Hộ nghèo. Giấy tờ: số 15' }), {
    ground: 'Hộ nghèo. Giấy tờ: số 15',
  });
  assert.equal(proofInWords({}), '');
});
