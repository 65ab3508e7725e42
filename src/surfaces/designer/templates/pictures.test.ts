import assert from 'node:assert/strict';
import { test } from 'node:test';
import { done, refused } from '#kernel/outcome';
import type { PageCtx } from '#platform/http';
import { drawPictures, mostPictures, type Pictures } from './pictures.ts';
import { picturesView } from './pictures.view.ts';

const pdf = new Uint8Array([1]);
const png = new Uint8Array([2]);
type Draw = Parameters<typeof drawPictures>[0]['drawMade'];
const drawing = (drawMade: Draw, longest = 1000) => drawPictures({ drawMade }, pdf, longest);

test('all pages of a letter are drawn', async () => {
  const asked: number[] = [];
  const found = await drawing(async (_, page) => {
    asked.push(page);
    return done({ png, pages: 3 });
  });
  assert.deepEqual(found, { drawn: 3, pages: 3 });
  assert.deepEqual(asked, [1, 2, 3]);
});

test('of a long paper the first pages are drawn, and the rest is told', async () => {
  const found = await drawing(async () => done({ png, pages: 40 }));
  assert.deepEqual(found, { drawn: mostPictures, pages: 40, lacks: 'more' });
});

test('what is refused or breaks is told, with the pages that are there', async () => {
  const second = await drawing(async (_, page) =>
    page === 1 ? done({ png, pages: 2 }) : refused({ code: 'file.unreadable' }),
  );
  assert.deepEqual(second, { drawn: 1, pages: 2, lacks: 'failed' });
  const broken = await drawing(() => Promise.reject(new Error('the child is gone')));
  assert.deepEqual(broken, { drawn: 0, pages: 1, lacks: 'failed' });
});

test('nobody waits longer than told for a drawing that does not come', async () => {
  const begins = performance.now();
  const found = await drawing(() => new Promise(() => {}), 50);
  assert.deepEqual(found, { drawn: 0, pages: 1, lacks: 'slow' });
  assert.ok(performance.now() - begins < 1000);
});

test('each lack has its sentence in both languages, with what to do instead', () => {
  const shown = (locale: 'vi' | 'en', pictures: Pictures) =>
    String(
      picturesView({ locale } as PageCtx, {
        ...pictures,
        title: 'Giấy tiếp nhận',
        src: (page) => `/hinh/${page}.png`,
        pdf: '/pdf',
      }),
    );
  const slow = { drawn: 1, pages: 2, lacks: 'slow' } as const;
  assert.match(shown('vi', slow), /vẽ chưa xong[\s\S]*tải lại trang[\s\S]*<img/);
  assert.match(shown('en', slow), /still being drawn[\s\S]*Load this page again/);
  const failed = shown('vi', { drawn: 0, pages: 1, lacks: 'failed' });
  assert.match(failed, /Không vẽ được[\s\S]*mở PDF/);
  assert.doesNotMatch(failed, /<img/);
  assert.match(shown('vi', { drawn: 8, pages: 40, lacks: 'more' }), /40 trang, ở đây là 8/);
  assert.doesNotMatch(shown('vi', { drawn: 2, pages: 2 }), /mc-notice/);
});
