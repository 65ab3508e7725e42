import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillPage, sampleDefinition, seededPick } from '#builders/forms';
import {
  type Answers,
  createCodeLists,
  type PostedFields,
  questionTypes,
  type ReadingContext,
} from '#capabilities/forms';
import { asPlainDate } from '#kernel/time';
import { isAskedAbove, readSheet } from './read-sheet.ts';
