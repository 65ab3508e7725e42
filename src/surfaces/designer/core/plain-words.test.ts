import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutWord } from './plain-words.ts';

test('a word of the office is replaced in every Vietnamese text, whole words alone', () => {
  const question = {
    id: 'a',
    label: { vi: 'Đương sự ghi tên đương sự', en: 'đương sự stays' },
    options: [{ value: 'đương sự', label: { vi: 'đương sựx, đương sự.' } }],
  };
  assert.deepEqual(withoutWord(question, 'đương sự', 'người nộp'), {
    id: 'a',
    label: { vi: 'Người nộp ghi tên người nộp', en: 'đương sự stays' },
    options: [{ value: 'đương sự', label: { vi: 'đương sựx, người nộp.' } }],
  });
});
