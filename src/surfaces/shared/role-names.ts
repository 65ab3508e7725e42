import type { OfficerRole } from '#kernel/actor';
import type { LocalText } from '#kernel/text';

/** As they stand inside a sentence. */
export const roleNames: Readonly<Record<OfficerRole, LocalText>> = {
  'one-stop-officer': { vi: 'cán bộ một cửa', en: 'one-stop officer' },
  'result-desk': { vi: 'cán bộ trả kết quả', en: 'result desk' },
  'fee-desk': { vi: 'cán bộ thu phí', en: 'fee desk' },
  accountant: { vi: 'kế toán', en: 'accountant' },
  specialist: { vi: 'chuyên viên', en: 'specialist' },
  'head-of-office': { vi: 'lãnh đạo phòng', en: 'head of office' },
  'unit-leader': { vi: 'lãnh đạo đơn vị', en: 'leader of the unit' },
  clerk: { vi: 'văn thư', en: 'clerk' },
  'certification-officer': { vi: 'cán bộ chứng thực điện tử', en: 'certification officer' },
  'postal-officer': { vi: 'nhân viên bưu chính', en: 'postal officer' },
  'centre-staff': { vi: 'cán bộ trung tâm', en: 'centre staff' },
  'centre-manager': { vi: 'giám đốc trung tâm', en: 'manager of the centre' },
  monitor: { vi: 'cán bộ theo dõi', en: 'monitor' },
  statistician: { vi: 'cán bộ thống kê', en: 'statistician' },
  'population-lookup': { vi: 'cán bộ tra cứu dân cư', en: 'population look-up' },
  'unit-administrator': { vi: 'quản trị đơn vị', en: 'unit administrator' },
  'system-administrator': { vi: 'quản trị hệ thống', en: 'system administrator' },
  assistant: { vi: 'cán bộ hỗ trợ', en: 'assistant' },
  inspector: { vi: 'thanh tra', en: 'inspector' },
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** As they stand alone: in a list, on a card. */
export const roleTitles = Object.fromEntries(
  Object.entries(roleNames).map(([role, { vi, en }]) => [role, { vi: capital(vi), en: capital(en ?? vi) }]),
) as Readonly<Record<OfficerRole, LocalText>>;
