/** Addresses of a filing; they stay for good. */
export const start = (code: string, step = '', replies = ''): string =>
  `/nop-ho-so/bat-dau/${code}${step && `/${step}`}${replies && `?dk=${encodeURIComponent(replies)}`}`;

const of = (part: string) => (draft: string) => `/nop-ho-so/${draft}${part}`;
export const tasks = of('');
export const page = (draft: string, id: string): string => `/nop-ho-so/${draft}/trang/${id}`;
export const represented = of('/nguoi-duoc-dai-dien');
export const documents = of('/giay-to');
export const document = (draft: string, demand: string): string => `/nop-ho-so/${draft}/giay-to/${demand}`;
export const centre = of('/noi-nhan');
export const delivery = of('/nhan-ket-qua');
export const check = of('/kiem-tra');
export const submit = of('/nop');
export const sign = of('/ky');
export const done = of('/xong');
export const calendar = of('/lich.ics');
export const pause = of('/tam-dung');
export const remove = of('/xoa');

/** Marks the way back to the check page, when a person came from there to change one answer. */
export const fromCheck = 'kiem-tra';
export const withReturn = (href: string, back: string | undefined): string =>
  back === fromCheck ? `${href}?ve=${fromCheck}` : href;
/** Straight to VNeID: who presses a button that says so is not asked once more. */
export const signIn = (back: string): string => `/dang-nhap/vneid?ve=${encodeURIComponent(back)}`;
