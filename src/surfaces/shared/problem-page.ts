import { buttonLink, citizenFrame, htmlDocument, searchBox } from '#design';
import type { Locale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { htmlReply, type PageCtx, type Problem, type Reply } from '#platform/http';
import type { Doors } from './doors.ts';
import { citizenPage } from './frames.ts';

type Say = (vi: string, en: string) => string;

const statusOf: Readonly<Record<Problem, number>> = {
  'not-found': 404,
  forbidden: 403,
  'sign-in': 401,
  unavailable: 503,
  'too-many': 429,
  'bad-request': 400,
  failed: 500,
};
/** Seconds after which trying again makes sense: a database restarts in seconds, a rate is counted by the minute. */
const retryAfter: Partial<Record<Problem, number>> = { unavailable: 15, 'too-many': 60 };

interface Words {
  readonly title: string;
  readonly text: readonly string[];
}

/** What happened, what became of the answers, and what to do now. */
function wordsOf(which: Problem, say: Say): Words {
  switch (which) {
    case 'not-found':
      return {
        title: say('Không có trang này', 'There is no such page'),
        text: [
          say(
            'Địa chỉ có thể đã đổi, hoặc trang này không phải của bạn.',
            'The address may have changed, or the page is not yours.',
          ),
        ],
      };
    case 'forbidden':
      return {
        title: say('Bạn không mở được trang này', 'You cannot open this page'),
        text: [
          say(
            'Trang này dành cho người khác, hoặc phiên làm việc đã đổi.',
            'It is for somebody else, or your session has changed.',
          ),
          say(
            'Nếu vừa bấm gửi: hãy quay lại trang trước, tải lại rồi gửi lần nữa.',
            'If you just sent a form: go back, reload it and send again.',
          ),
        ],
      };
    case 'sign-in':
      return {
        title: say('Hãy đăng nhập để xem trang này', 'Please sign in to see this page'),
        text: [
          say(
            'Bạn chưa đăng nhập, hoặc phiên đã hết giờ.',
            'You are not signed in, or the session has ended.',
          ),
          say(
            'Những gì đã lưu vẫn còn. Đăng nhập xong, bạn trở lại đúng trang này.',
            'What was saved is kept. Afterwards you come back here.',
          ),
        ],
      };
    case 'unavailable':
      return {
        title: say('Hệ thống đang bận', 'The service is busy'),
        text: [
          say(
            'Câu trả lời đã lưu vẫn còn nguyên. Hãy thử lại sau 15 giây.',
            'Everything that was saved is safe. Try again in 15 seconds.',
          ),
          say(
            'Nếu vừa bấm nộp: cứ bấm lại. Hồ sơ không bị nộp hai lần.',
            'If you just submitted: press again. Nothing is filed twice.',
          ),
        ],
      };
    case 'too-many':
      return {
        title: say('Bạn thao tác hơi nhanh', 'That was a little too fast'),
        text: [
          say(
            'Hãy chờ một phút rồi thử lại. Những gì đã lưu vẫn còn.',
            'Wait a minute and try again. What was saved is kept.',
          ),
        ],
      };
    case 'bad-request':
      return {
        title: say('Chưa đọc được nội dung vừa gửi', 'What you sent could not be read'),
        text: [
          say(
            'Hãy quay lại trang trước, kiểm tra rồi gửi lại.',
            'Go back to the page before, check it and send it again.',
          ),
        ],
      };
    case 'failed':
      return {
        title: say('Có lỗi của hệ thống', 'Something went wrong on our side'),
        text: [
          say(
            'Lỗi này do chúng tôi và đã được ghi lại. Những gì đã lưu vẫn còn.',
            'It is our fault and was noted. What was saved is kept.',
          ),
          say('Hãy thử lại sau ít phút.', 'Please try again in a few minutes.'),
        ],
      };
  }
}

/** After sign-in the person comes back; a token that stood in the address does not. */
function signInAddress({ path, url }: PageCtx): string {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  query.delete('_csrf');
  const back = query.size > 0 ? `${path}?${query.toString()}` : path;
  const office = /^\/(mot-cua|quan-tri|thiet-ke)(\/|$)/.test(path);
  return `${office ? '/mot-cua' : ''}/dang-nhap?ve=${encodeURIComponent(back)}`;
}

function actionOf(which: Problem, say: Say, ctx: PageCtx | undefined): Html {
  if (which === 'sign-in' && ctx)
    return html`<p>${buttonLink({ text: say('Đăng nhập', 'Sign in'), kind: 'primary', href: signInAddress(ctx) })}</p>`;
  if (which === 'not-found')
    return searchBox({
      id: 'q',
      action: '/thu-tuc',
      name: 'q',
      label: say('Tìm thủ tục', 'Search procedures'),
      buttonText: say('Tìm', 'Search'),
      buttonKind: 'primary',
    });
  return html`<p>${buttonLink({ text: say('Về trang đầu', 'To the home page'), href: '/' })}</p>`;
}

function mainOf(doors: Doors, which: Problem, say: Say, ctx: PageCtx | undefined, requestId: string): Html {
  const { title, text } = wordsOf(which, say);
  const phone = doors.place.helpPhone;
  return html`<h1>${title}</h1>${text.map((line) => html`<p>${line}</p>`)}${actionOf(which, say, ctx)}<p class="mc-quiet mc-small">${say('Cần người giúp? Gọi', 'Need help? Call')} <a href="tel:${phone.replaceAll(' ', '')}">${phone}</a>${
    (which === 'failed' || which === 'unavailable') &&
    html`. ${say('Khi gọi, hãy đọc mã', 'Please tell this code')}: <span class="mc-code">${requestId}</span>`
  }</p>`;
}

/** Without a request to lean on: both languages, for nobody knows which one is wished. */
function plainPage(doors: Doors, which: Problem, requestId: string): Html {
  const locale: Locale = 'vi';
  const say: Say = (vi) => vi;
  const english = wordsOf(which, (_, en) => en);
  return htmlDocument({
    locale,
    title: `${wordsOf(which, say).title} · Một Cửa ${doors.place.name}`,
    stylesheets: [doors.asset('citizen.css')],
    icon: '/favicon.svg',
    robots: 'noindex',
    body: citizenFrame({
      locale,
      placeName: doors.place.name,
      help: { href: '/tro-giup' },
      main: html`${mainOf(doors, which, say, undefined, requestId)}<p lang="en" class="mc-quiet">${english.title}. ${english.text.join(' ')}</p>`,
    }),
  });
}

/** The page for an end that no page of its own foresaw. It asks nothing of the database. */
export const problemPage =
  (doors: Doors) =>
  (ctx: PageCtx | undefined, which: Problem, requestId: string): Reply => {
    const wait = retryAfter[which];
    const headers = {
      'cache-control': 'no-store',
      ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
    };
    if (!ctx) return htmlReply(plainPage(doors, which, requestId), statusOf[which], headers);
    const say: Say = (vi, en) => (ctx.locale === 'en' ? en : vi);
    const main = mainOf(doors, which, say, ctx, requestId);
    const page = citizenPage(ctx, doors, { title: wordsOf(which, say).title, main, noindex: true });
    return htmlReply(page, statusOf[which], headers);
  };
