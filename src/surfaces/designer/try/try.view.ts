import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { askView } from './ask.view.ts';
import type { TryView } from './props.ts';
import { answersView, messagesView, outcomeView, papersView, roadView, screensView } from './run.view.ts';
import { keepView, savedView } from './saved.view.ts';
import { togetherView } from './together.view.ts';

/** What is asked, how all came out beside each other, and then one run from its first page to its last message. */
export const tryView = (ctx: PageCtx, view: TryView): Html =>
  html`${askView(view)}${togetherView(view)}${outcomeView(view)}${screensView(view)}${roadView(view)}${papersView(view)}${messagesView(view)}${answersView(view)}${keepView(ctx, view)}${savedView(ctx, view)}`;
