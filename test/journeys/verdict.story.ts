import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { mother } from './support/answers.ts';
import { begin, copyCode } from './support/filing.ts';
import { fillIn, goOn, type Typed } from './support/fill.ts';
import { signInAsCitizen } from './support/sign-in.ts';
import { aVisitor } from './support/visitor.ts';
import { coldLoad } from './support/weight.ts';
import { budget } from './weight.story.ts';

/** What a page says of what was sent: title, summary with its links, and the words at each field. */
const said = (page: Page) =>
  page.evaluate(() => ({
    title: document.title,
    summary: document.querySelector('.mc-summary-error h2')?.textContent,
    links: [...document.querySelectorAll('.mc-summary-error a')].map(
      (a) => `${a.getAttribute('href')} ${a.textContent}`,
    ),
    fields: [...document.querySelectorAll('form .mc-error')].map((each) => `${each.id} ${each.textContent}`),
    marked: [...document.querySelectorAll('form [aria-invalid]')].map((each) => each.getAttribute('name')),
    described: [...document.querySelectorAll('form [aria-describedby*="-error"]')].map((each) =>
      each.getAttribute('aria-describedby'),
    ),
  }));

const wrong: readonly Typed[] = [
  {},
  { tenVanBan: '\u0300\u0300\u0300\u0300', ngayVanBan: '31/02/2020', nycQuanHe: 'ban-than' },
  { tenVanBan: 'Bằng', ngayVanBan: '01/01/2099' },
];

/** The script of a page says what the server says, before the page travels. */
export const verdictStories = (): void => {
  test('a faulty page is told in the browser as the server tells it, and nothing is sent', async (t) => {
    const citizen = await aVisitor(t);
    const { page } = citizen;
    await signInAsCitizen(citizen, mother);
    await begin(citizen, copyCode, 'signed-in');
    const draft = page.url();
    // The first look at a version may come before its scripts are there.
    for (let tries = 0; (await page.locator('form[data-known]').count()) === 0; tries++) {
      assert.ok(tries < 40, 'the page never gets its script');
      await page.waitForTimeout(250);
      await page.reload();
    }
    const weight = await coldLoad(citizen, new URL(draft).pathname);
    assert.ok(weight.script > 8_000, 'with its scripts');
    assert.ok(weight.script <= budget.script && weight.bytes <= budget.bytes, JSON.stringify(weight));
    assert.ok(weight.requests <= budget.requests, JSON.stringify(weight));
    const plain = await aVisitor(t, { script: false });
    await signInAsCitizen(plain, mother);

    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && !request.url().includes('tu-luu')) sent.push(request.url());
    });
    for (const [n, typed] of wrong.entries()) {
      await page.goto(draft);
      await plain.page.goto(draft);
      for (const each of [page, plain.page]) {
        await fillIn(each, { tenVanBan: '', ...typed });
        await goOn(each);
        await each.locator('main .mc-summary-error').waitFor();
      }
      assert.deepEqual(await said(page), await said(plain.page));
      assert.deepEqual(sent, [], 'nothing travelled');
      const focused = await page.evaluate(() => document.activeElement?.className);
      assert.equal(focused, 'mc-summary-error');
      await citizen.look(`verdict-${n}`);
    }
    await fillIn(page, { tenVanBan: 'Bằng tốt nghiệp', ngayVanBan: '01/06/2014', nycQuanHe: 'ban-than' });
    await goOn(page);
    await page.waitForURL(/\/trang\/(?!ban-chinh)/);
    assert.equal(sent.length, 1);
  });
};
