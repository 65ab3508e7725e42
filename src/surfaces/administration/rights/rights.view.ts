import { auditPermissions } from '#capabilities/audit';
import { calendarPermissions } from '#capabilities/calendar';
import { cataloguePermissions } from '#capabilities/catalogue';
import { dossierPermissions } from '#capabilities/dossiers';
import { identityPermissions } from '#capabilities/identity';
import { organisationPermissions } from '#capabilities/organisations';
import { table } from '#design';
import { allows, type OfficerActor, type OfficerRole, type Permission } from '#kernel/actor';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { attentionPermissions } from '#platform/jobs';
import { roleTitles } from '#surfaces/shared';
import type { Say } from '../core/say.ts';

/** Every permission that a role can give, from the tables of the rooms. */
export const givenByRole: readonly Permission[] = [
  ...Object.values<Permission>(dossierPermissions),
  ...Object.values<Permission>(organisationPermissions),
  ...Object.values<Permission>(identityPermissions),
  ...Object.values<Permission>(calendarPermissions),
  ...Object.values<Permission>(cataloguePermissions),
  ...Object.values<Permission>(auditPermissions),
  ...Object.values<Permission>(attentionPermissions),
].filter(({ roles = [] }) => roles.length > 0);

const names: Readonly<Record<string, LocalText>> = {
  'dossiers.read': { vi: 'Xem hồ sơ của đơn vị', en: 'Read dossiers of the unit' },
  'dossiers.file-for-unit': { vi: 'Nộp thủ tục nội bộ cho đơn vị', en: 'File for the unit' },
  'dossiers.receive-at-counter': { vi: 'Tiếp nhận tại quầy', en: 'Receive at the counter' },
  'dossiers.sign-scans': { vi: 'Ký số bản quét', en: 'Sign scans' },
  'dossiers.accept': { vi: 'Tiếp nhận hồ sơ trực tuyến', en: 'Accept' },
  'dossiers.decline': { vi: 'Từ chối tiếp nhận', en: 'Decline' },
  'dossiers.ask-supplement': { vi: 'Yêu cầu bổ sung', en: 'Ask for papers' },
  'dossiers.ask-fee': { vi: 'Yêu cầu nộp phí', en: 'Ask for a fee' },
  'dossiers.take-fee': { vi: 'Ghi nhận đã thu phí', en: 'Take a fee' },
  'dossiers.exempt-fee': { vi: 'Miễn, giảm phí', en: 'Exempt from a fee' },
  'dossiers.process': { vi: 'Xử lý các bước', en: 'Process' },
  'dossiers.assign': { vi: 'Giao việc', en: 'Assign' },
  'dossiers.give-opinion': { vi: 'Cho ý kiến', en: 'Give an opinion' },
  'dossiers.pause': { vi: 'Tạm dừng, tiếp tục', en: 'Pause and resume' },
  'dossiers.stop': { vi: 'Dừng giải quyết', en: 'Stop' },
  'dossiers.apologise': { vi: 'Xin lỗi, hẹn lại', en: 'Apologise' },
  'dossiers.draft': { vi: 'Dự thảo kết quả', en: 'Draft the result' },
  'dossiers.approve': { vi: 'Ký duyệt kết quả', en: 'Approve the result' },
  'dossiers.issue': { vi: 'Vào sổ, phát hành', en: 'Number and issue' },
  'dossiers.return': { vi: 'Trả kết quả', en: 'Return the result' },
  'dossiers.undo-return': { vi: 'Hủy việc trả kết quả', en: 'Undo a return' },
  'dossiers.undo': { vi: 'Hoàn tác việc mình vừa làm', en: 'Undo one’s own last act' },
  'dossiers.note': { vi: 'Ghi chú nội bộ', en: 'Write notes' },
  'dossiers.message': { vi: 'Trao đổi với người nộp', en: 'Write to the person' },
  manageUnits: { vi: 'Quản lý đơn vị', en: 'Manage units' },
  manageOwnSessions: { vi: 'Quản lý phiên của mình', en: 'Own sessions' },
  seeColleagues: { vi: 'Xem tên đồng nghiệp', en: 'See colleagues' },
  managePeople: { vi: 'Quản lý cán bộ, vai trò', en: 'Manage people' },
  delegateOwnRole: { vi: 'Ủy quyền vai trò của mình', en: 'Lend one’s role' },
  lookUpPopulation: { vi: 'Tra cứu dân cư', en: 'Look up the population' },
  publishCalendar: { vi: 'Công bố lịch làm việc', en: 'Publish the calendar' },
  'catalogue.publish': { vi: 'Công bố thủ tục', en: 'Publish procedures' },
  'catalogue.design': { vi: 'Soạn thủ tục', en: 'Design procedures' },
  'attention.tend': { vi: 'Cho thử lại việc bị kẹt', en: 'Retry stuck work' },
  'audit.read-changes': { vi: 'Xem nhật ký thay đổi', en: 'Read the journal' },
};
export const hasName = (permission: Permission): boolean => Object.hasOwn(names, permission.name);
export const nameOf = (permission: Permission, locale: Locale): string => {
  const name = names[permission.name];
  return name ? inLocale(name, locale) : permission.name;
};

/** What one officer may do, and through which role. */
export const rightsTable = (say: Say, locale: Locale, actor: OfficerActor): Html =>
  table({
    id: 'quyen',
    caption: say('Được làm', 'May do'),
    captionHidden: true,
    columns: [{ text: say('Việc', 'Act') }, { text: say('Nhờ vai trò', 'By the role') }],
    rows: givenByRole
      .filter((permission) => allows(actor, permission))
      .map((permission) => [
        nameOf(permission, locale),
        [...new Set(actor.posts.map(({ role }) => role))]
          .filter((role) => permission.roles?.includes(role))
          .map((role) => inLocale(roleTitles[role], locale))
          .join(', '),
      ]),
  });

/** What one role may do. */
export const rightsOfRole = (locale: Locale, role: OfficerRole): Html =>
  html`<ul>${givenByRole
    .filter(({ roles }) => roles?.includes(role))
    .map((permission) => html`<li>${nameOf(permission, locale)}</li>`)}</ul>`;
