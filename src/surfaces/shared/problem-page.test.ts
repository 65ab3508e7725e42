import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicActor } from '#kernel/actor';
import type { PageCtx, Problem } from '#platform/http';
import type { Doors } from './doors.ts';
import { problemPage } from './problem-page.ts';

const doors = {
  place: {
    kind: 'province',
    name: 'Tỉnh An Giang',
    seat: 'An Giang',
    publicUrl: '',
    helpPhone: '0296 1022',
    demo: false,
    maxUpload: 1,
  },
  asset: (name: string) => `/tai-nguyen/${name}`,
} as unknown as Doors;
const ctx = (url: string, locale: 'vi' | 'en' = 'vi') =>
  ({
    actor: publicActor,
    locale,
    url,
    path: url.split('?')[0],
    cookies: {},
    csrf: 'token',
  }) as unknown as PageCtx;
const status: Record<Problem, number> = {
  'not-found': 404,
  forbidden: 403,
  'sign-in': 401,
  unavailable: 503,
  'too-many': 429,
  'bad-request': 400,
  failed: 500,
};

test('each end has its page, with and without a request, in both languages, and a way on', () => {
  for (const [which, code] of Object.entries(status) as [Problem, number][])
    for (const asked of [undefined, ctx('/thu-tuc'), ctx('/thu-tuc', 'en')]) {
      const reply = problemPage(doors)(asked, which, 'request-1');
      assert.equal(reply.kind, 'html');
      if (reply.kind !== 'html') continue;
      assert.equal(reply.status, code);
      const { text } = reply.body;
      assert.equal(text.match(/<h1/g)?.length, 1);
      assert.match(text, /href="tel:02961022"/);
      assert.doesNotMatch(text, /undefined|\.ts:\d|Error:/);
      assert.equal(reply.headers?.['cache-control'], 'no-store');
      assert.equal(
        reply.headers?.['retry-after'] !== undefined,
        which === 'unavailable' || which === 'too-many',
      );
    }
});

test('while the service is away it is said what became of the answers', () => {
  const reply = problemPage(doors)(undefined, 'unavailable', 'request-7');
  assert.ok(reply.kind === 'html');
  assert.match(reply.body.text, /Câu trả lời đã lưu vẫn còn nguyên/);
  assert.match(reply.body.text, /Hồ sơ không bị nộp hai lần/);
  assert.match(reply.body.text, /request-7/);
  assert.match(reply.body.text, /lang="en"/);
});

test('sign-in comes back to the page, without the token of a form; officers have their own door', () => {
  const way = (url: string) => {
    const reply = problemPage(doors)(ctx(url), 'sign-in', 'r');
    assert.ok(reply.kind === 'html');
    return /href="([^"]*dang-nhap[^"]*)" class="mc-button/.exec(reply.body.text)?.[1];
  };
  assert.equal(
    way('/cua-toi/ho-so/A/bo-sung?_csrf=abc&x=1'),
    '/dang-nhap?ve=%2Fcua-toi%2Fho-so%2FA%2Fbo-sung%3Fx%3D1',
  );
  assert.equal(way('/mot-cua/ho-so/A'), '/mot-cua/dang-nhap?ve=%2Fmot-cua%2Fho-so%2FA');
});
