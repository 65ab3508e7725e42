import { describe } from 'node:test';
import { birthStories } from './birth.story.ts';

// One product and one browser for all: starting them costs more than any journey.
describe('journeys', { concurrency: 2 }, () => {
  birthStories();
});
