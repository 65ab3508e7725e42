import type { Locale } from '#kernel/text';

/** The few words that components say by themselves; everything else comes with the props. */
export interface Words {
  readonly skipToMain: string;
  readonly optional: string;
  readonly errorPrefix: string;
  readonly back: string;
  readonly change: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly province: string;
  readonly commune: string;
  readonly addressDetail: string;
  readonly addressDetailHint: string;
  readonly choose: string;
  readonly done: string;
  readonly now: string;
  readonly toCome: string;
  readonly help: string;
  readonly signIn: string;
  readonly signOut: string;
  readonly home: string;
  readonly account: string;
  readonly settings: string;
  readonly work: string;
  readonly keys: string;
  readonly keysOn: string;
  readonly close: string;
  readonly nextRow: string;
  readonly previousRow: string;
  readonly tickRow: string;
  readonly pages: string;
  readonly previous: string;
  readonly next: string;
  readonly page: (number: number) => string;
  readonly removeFilter: (text: string) => string;
  readonly step: (current: number, total: number) => string;
  readonly select: (text: string) => string;
  readonly errorTitle: string;
  readonly important: string;
  readonly success: string;
  readonly search: string;
  readonly saving: string;
  readonly saved: string;
  readonly saveFailed: string;
  readonly breadcrumb: string;
}

const vi: Words = {
  skipToMain: 'Tới nội dung chính',
  optional: '(không bắt buộc)',
  errorPrefix: 'Lỗi:',
  back: 'Quay lại',
  change: 'Sửa',
  day: 'Ngày',
  month: 'Tháng',
  year: 'Năm',
  province: 'Tỉnh, thành phố',
  commune: 'Xã, phường, đặc khu',
  addressDetail: 'Số nhà, đường, ấp hoặc khóm',
  addressDetailHint: 'Ghi như trên giấy tờ của bạn',
  choose: 'Chọn',
  done: 'Đã xong:',
  now: 'Đang ở bước này:',
  toCome: 'Sắp tới:',
  help: 'Trợ giúp',
  signIn: 'Đăng nhập',
  signOut: 'Đăng xuất',
  home: 'về trang đầu',
  account: 'Tài khoản',
  settings: 'Cách hiển thị',
  work: 'Công việc',
  keys: 'Phím tắt',
  keysOn: 'Dùng phím tắt một chữ',
  close: 'Đóng',
  nextRow: 'Dòng tiếp theo',
  previousRow: 'Dòng trước',
  tickRow: 'Đánh dấu dòng',
  pages: 'Các trang',
  previous: 'Trang trước',
  next: 'Trang sau',
  page: (number) => `Trang ${number}`,
  removeFilter: (text) => `Bỏ lọc ${text}`,
  step: (current, total) => `Bước ${current} trên ${total}`,
  select: (text) => `Chọn ${text}`,
  errorTitle: 'Còn chỗ cần sửa',
  important: 'Lưu ý:',
  success: 'Đã xong:',
  search: 'Tìm',
  saving: 'Đang lưu…',
  saved: 'Đã lưu lúc {time}. Bạn có thể làm tiếp trên máy khác.',
  saveFailed: 'Chưa lưu được. Hãy giữ trang này mở; chúng tôi đang thử lại.',
  breadcrumb: 'Bạn đang ở',
};

const en: Words = {
  skipToMain: 'Skip to main content',
  optional: '(optional)',
  errorPrefix: 'Error:',
  back: 'Back',
  change: 'Change',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  province: 'Province or city',
  commune: 'Commune, ward or special zone',
  addressDetail: 'House number, street, hamlet',
  addressDetailHint: 'As written on your papers',
  choose: 'Choose',
  done: 'Done:',
  now: 'Now:',
  toCome: 'To come:',
  help: 'Help',
  signIn: 'Sign in',
  signOut: 'Sign out',
  home: 'home page',
  account: 'Account',
  settings: 'Display',
  work: 'Work',
  keys: 'Keyboard shortcuts',
  keysOn: 'Use single-key shortcuts',
  close: 'Close',
  nextRow: 'Next row',
  previousRow: 'Previous row',
  tickRow: 'Tick the row',
  pages: 'Pages',
  previous: 'Previous page',
  next: 'Next page',
  page: (number) => `Page ${number}`,
  removeFilter: (text) => `Remove filter ${text}`,
  step: (current, total) => `Step ${current} of ${total}`,
  select: (text) => `Select ${text}`,
  errorTitle: 'There is something to mend',
  important: 'Important:',
  success: 'Done:',
  search: 'Search',
  saving: 'Saving…',
  saved: 'Saved at {time}. You can go on with another device.',
  saveFailed: 'Not saved yet. Keep this page open; we are trying again.',
  breadcrumb: 'You are here',
};

const catalogue: Record<Locale, Words> = { vi, en };

/** Words of a language; Vietnamese when none is named. */
export const wordsOf = (locale: Locale | undefined): Words => (locale === 'en' ? catalogue.en : catalogue.vi);
