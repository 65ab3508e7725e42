import { describe } from 'node:test';
import { autosaveStories } from './autosave.story.ts';
import { birthStories } from './birth.story.ts';
import { counterStories } from './counter.story.ts';
import { guestStories } from './guest.story.ts';
import { sessionStories } from './session.story.ts';
import { supplementStories } from './supplement.story.ts';
import { togetherStories } from './together.story.ts';
import { weightStories } from './weight.story.ts';

// One product and one browser for all: starting them costs more than any journey.
describe('journeys', { concurrency: 3 }, () => {
  birthStories();
  guestStories();
  supplementStories();
  togetherStories();
  autosaveStories();
  counterStories();
  sessionStories();
  weightStories();
});
