import { examplesOf } from '../../example.ts';
import { type KeyHintProps, keyHint } from './key-hint.ts';

export const keyHintExamples = examplesOf<KeyHintProps>('key-hint', keyHint, {
  'one key': { keys: 'B' },
  sequence: { keys: 'G D' },
});
