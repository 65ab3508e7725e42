import type { LocalText } from '#kernel/text';
import type { Route } from '#platform/http';
import { type Doors, type PlaceKind, type PlaceWords, placeWords } from '#surfaces/shared';
import { type TextPage, textPage } from './text-page.ts';

type Both = Required<LocalText>;
const t = (vi: string, en: string): Both => ({ vi, en });

/** A sentence with words of the place in it, in both languages. */
const ofPlace = (kind: PlaceKind, text: (words: PlaceWords) => Both): LocalText => ({
  vi: text(placeWords(kind, 'vi')).vi,
  en: text(placeWords(kind, 'en')).en,
});

const help: TextPage = {
  path: '/tro-giup',
  title: t('Bạn cần giúp gì?', 'What do you need help with?'),
  sections: ({ place }) => [
    {
      title: t('Nói chuyện với người thật', 'Talk to a person'),
      text: [
        t(`Gọi ${place.helpPhone}, trong giờ làm việc.`, `Call ${place.helpPhone} during office hours.`),
        ofPlace(place.kind, ({ anyCentre }) =>
          t(
            `Hoặc đến ${anyCentre}: có người ngồi cạnh giúp bạn nộp.`,
            `Or come to ${anyCentre}: somebody sits beside you.`,
          ),
        ),
      ],
      links: [
        {
          text: ofPlace(place.kind, ({ whereToFile }) => t(whereToFile, whereToFile)),
          href: '/trung-tam',
        },
      ],
    },
    {
      title: t('Nộp hồ sơ', 'Filing'),
      text: [
        t(
          'Tìm thủ tục, trả lời từng câu, thêm ảnh giấy tờ, rồi bấm nộp.',
          'Find the procedure, answer, add photos of papers, submit.',
        ),
        t(
          'Dừng lúc nào cũng được. Phần đã điền được giữ 90 ngày.',
          'Stop at any time. Drafts are kept for 90 days.',
        ),
      ],
      folded: true,
    },
    {
      title: t('Không đăng nhập được VNeID', 'VNeID does not work'),
      text: [
        t(
          'Nhiều thủ tục cho nộp trước, xác minh sau.',
          'Many procedures let you file now and confirm later.',
        ),
        t('Bản nháp không mất khi VNeID chậm hay tắt.', 'No draft is lost when VNeID is slow or away.'),
      ],
      folded: true,
    },
    {
      title: t('Mất mã hồ sơ hoặc mã tra cứu', 'Lost the code or the secret'),
      text: [
        t('Nộp bằng tài khoản: đăng nhập là thấy.', 'Filed with an account: sign in and you see it.'),
        t(
          'Nộp tại quầy: mang giấy tờ tùy thân đến nơi đã nộp.',
          'Filed at a counter: go there with your identity card.',
        ),
      ],
      links: [{ text: t('Hồ sơ của bạn', 'My dossiers'), href: '/cua-toi' }],
      folded: true,
    },
    {
      title: t('Chụp giấy tờ thế nào cho rõ', 'How to photograph papers'),
      text: [
        t(
          'Đặt giấy phẳng, đủ sáng, chụp thẳng từ trên xuống, thấy cả bốn góc.',
          'Lay it flat in good light, from above, with all four corners.',
        ),
      ],
      folded: true,
    },
  ],
};

const about: TextPage = {
  path: '/gioi-thieu',
  title: t('Một Cửa là gì?', 'What is Một Cửa?'),
  intro: ({ place }) =>
    ofPlace(place.kind, ({ everyOffice }) =>
      t(
        `Một Cửa là nơi bạn nộp hồ sơ, theo dõi và nhận kết quả của ${everyOffice}.`,
        `One place to file, follow and receive the results of ${everyOffice}.`,
      ),
    ),
  sections: ({ place }) => [
    {
      title: t('Nộp ở đâu cũng được', 'File anywhere'),
      text: [
        ofPlace(place.kind, ({ everyCentreReceives }) => t(everyCentreReceives, everyCentreReceives)),
        t(
          'Hồ sơ có một mã và một ngày hẹn, dù đi qua mấy cơ quan.',
          'It has one code and one promised date, however many offices it passes.',
        ),
      ],
    },
    {
      title: t('Nhìn thấy được', 'Open to see'),
      text: [
        t(
          'Bạn thấy ai đang giữ hồ sơ, từ lúc nào, và ai đã mở xem.',
          'You see who holds it, since when, and who looked.',
        ),
        t(
          'Phần mềm này là mã nguồn mở: ai cũng đọc và kiểm tra được.',
          'The software is open source: anybody may read and check it.',
        ),
      ],
      links: [
        { text: t('Nhật ký công khai', 'The public log'), href: '/nhat-ky' },
        { text: t('Khóa ký gói thủ tục', 'The key that signs procedures'), href: '/khoa-ky' },
      ],
    },
  ],
};

const privacy: TextPage = {
  path: '/quyen-rieng-tu',
  title: t('Chúng tôi giữ gì về bạn?', 'What do we keep about you?'),
  sections: () => [
    {
      title: t('Những gì bạn khai và nộp', 'What you tell and file'),
      text: [
        t(
          'Câu trả lời và giấy tờ đi cùng hồ sơ, theo luật lưu trữ.',
          'Answers and papers stay with the dossier, as archive law demands.',
        ),
        t('Bản nháp tự xóa sau 90 ngày không sửa.', 'Drafts are deleted after 90 days without a change.'),
      ],
    },
    {
      title: t('Ai xem được', 'Who can see it'),
      text: [
        t('Chỉ cơ quan đang giải quyết hoặc tiếp nhận hồ sơ.', 'Only the offices that receive or decide it.'),
        t(
          'Mỗi lần cán bộ mở hồ sơ đều được ghi, và bạn xem được.',
          'Each time an officer opens it is noted, and you can see it.',
        ),
      ],
      links: [{ text: t('Ai đã xem dữ liệu của bạn', 'Who looked at your data'), href: '/cua-toi/du-lieu' }],
    },
    {
      title: t('Bánh quy trên máy của bạn', 'Cookies on your device'),
      text: [
        t(
          'Chỉ để giữ đăng nhập, ngôn ngữ, cỡ chữ và nền sáng tối.',
          'Only for sign-in, language, letter size and light or dark.',
        ),
        t(
          'Không có quảng cáo, không theo dõi bạn sang trang khác.',
          'No advertising, no following you elsewhere.',
        ),
      ],
    },
  ],
};

const accessibility: TextPage = {
  path: '/tiep-can',
  title: t('Trang này dễ dùng cho mọi người', 'Usable by everybody'),
  intro: () => t('Chúng tôi theo chuẩn WCAG 2.2, mức AA.', 'We follow WCAG 2.2, level AA.'),
  sections: ({ place }) => [
    {
      title: t('Chữ lớn, nền tối', 'Large letters, dark ground'),
      text: [
        t('Chọn ở cuối mỗi trang; máy sẽ nhớ.', 'Choose at the foot of each page; your device remembers.'),
      ],
      links: [
        { text: t('Bật chữ lớn', 'Large letters'), href: '/cai-dat?chu=lon&ve=%2Ftiep-can' },
        { text: t('Bật nền tối', 'Dark ground'), href: '/cai-dat?nen=toi&ve=%2Ftiep-can' },
      ],
    },
    {
      title: t('Bàn phím và trình đọc màn hình', 'Keyboard and screen reader'),
      text: [
        t(
          'Mọi việc làm được bằng bàn phím, kể cả khi tắt JavaScript.',
          'Everything works by keyboard, also without JavaScript.',
        ),
      ],
    },
    {
      title: t('Gặp chỗ khó dùng?', 'Something is hard to use?'),
      text: [
        t(
          `Gọi ${place.helpPhone} và kể lại; chúng tôi sửa.`,
          `Call ${place.helpPhone} and tell us; we mend it.`,
        ),
      ],
    },
  ],
};

export const aboutPages = (doors: Doors): readonly Route[] =>
  [help, about, privacy, accessibility].map((page) => textPage(page, doors));
