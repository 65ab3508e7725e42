import assert from 'node:assert/strict';
import test from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { readReplies, writeReplies } from './replies.ts';

const birth = sampleDefinition('1.001193');

test('replies come back as they were written', () => {
  const replies = { 'da-khai-sinh': 'no', 'trong-60-ngay': 'yes' };
  assert.deepEqual(readReplies(writeReplies(replies), birth), replies);
});

test('an address may say anything: only questions of the procedure and plain replies count', () => {
  assert.deepEqual(readReplies('__proto__.yes_da-khai-sinh.maybe_khac.yes_<script>', birth), {});
  assert.deepEqual(readReplies(undefined, birth), {});
});
