import { describe } from 'node:test';
import { autosaveStories } from './autosave.story.ts';
import { birthStories } from './birth.story.ts';
import { counterStories } from './counter.story.ts';
import { designerDrawingsStories } from './designer-drawings.story.ts';
import { designerFormStories } from './designer-form.story.ts';
import { guestStories } from './guest.story.ts';
import { ministryStories } from './ministry.story.ts';
import { officialsStories } from './officials.story.ts';
import { payStories } from './pay.story.ts';
import { procedureLifeStories } from './procedure-life.story.ts';
import { reviewStories } from './review.story.ts';
import { sessionStories } from './session.story.ts';
import { signStories } from './sign.story.ts';
import { supplementStories } from './supplement.story.ts';
import { togetherStories } from './together.story.ts';
import { verdictStories } from './verdict.story.ts';
import { weightStories } from './weight.story.ts';

// One product and one browser for all: starting them costs more than any journey. The long ones begin first, so that the short fill the end.
describe('journeys', { concurrency: 3 }, () => {
  procedureLifeStories();
  birthStories();
  payStories();
  ministryStories();
  weightStories();
  guestStories();
  signStories();
  supplementStories();
  togetherStories();
  autosaveStories();
  counterStories();
  designerDrawingsStories();
  designerFormStories();
  reviewStories();
  officialsStories();
  sessionStories();
  verdictStories();
});
