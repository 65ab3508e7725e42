import type { OfficerToLoad } from '#capabilities/identity';
import type { OfficerRole } from '#kernel/actor';
import type { OfficerId } from '#kernel/ids';
import { foldText } from '#kernel/text';
import { asPlainDate, instantAt } from '#kernel/time';
import { type Chance, chanceFor } from './chance.ts';
import type { SampleUnit, UnitKind } from './make-units.ts';
import { familyName, personName } from './names.ts';
import type { Sample } from './sample.ts';
import { sampleId, unitId } from './sample-id.ts';

interface Seat {
  readonly title: string;
  readonly roles: readonly OfficerRole[];
}
/** Everyone of a unit has a place in this list; its number is part of the account's name. */
export interface SampleOfficer extends OfficerToLoad {
  readonly subject: string;
  readonly title: string;
  readonly unitKey: string;
}

const seat = (title: string, ...roles: OfficerRole[]): Seat => ({ title, roles });

/**
 * Who works in a unit of a kind. One person may hold several roles, yet whoever drafts is never the only one who may
 * sign: a deputy signs what the leader drafted, and specialists hold no signing role (DOMAIN §4.1).
 */
const seats: Readonly<Record<UnitKind, readonly Seat[]>> = {
  province: [
    seat('Chủ tịch', 'unit-leader'),
    seat('Chánh Văn phòng', 'head-of-office'),
    seat('Chuyên viên', 'specialist'),
    seat('Văn thư', 'clerk'),
    seat('Kiểm soát thủ tục hành chính', 'inspector'),
    seat('Theo dõi hồ sơ toàn tỉnh', 'monitor'),
    seat('Thống kê, báo cáo', 'statistician'),
    seat('Quản trị hệ thống', 'system-administrator'),
    seat('Quản trị đơn vị', 'unit-administrator'),
    seat('Tra cứu dân cư', 'population-lookup'),
    // Four eyes need two: what one system administrator began, the other approves.
    seat('Quản trị hệ thống', 'system-administrator'),
    // Four eyes here too: who approves a refund is not who pays it out.
    seat('Kế toán trưởng', 'accountant'),
    seat('Kế toán', 'accountant'),
  ],
  'provincial-centre': [
    seat('Giám đốc', 'centre-manager'),
    seat('Phó Giám đốc', 'centre-manager', 'unit-administrator'),
    seat('Cán bộ một cửa', 'one-stop-officer'),
    seat('Cán bộ một cửa', 'one-stop-officer', 'population-lookup'),
    seat('Cán bộ một cửa', 'one-stop-officer'),
    seat('Cán bộ trung tâm', 'centre-staff'),
    seat('Cán bộ thu phí', 'fee-desk'),
    seat('Cán bộ trả kết quả', 'result-desk'),
    seat('Nhân viên bưu chính công ích', 'postal-officer'),
    seat('Tổ công nghệ số cộng đồng', 'assistant'),
    seat('Theo dõi hồ sơ', 'monitor'),
    seat('Thống kê, báo cáo', 'statistician'),
    seat('Kế toán', 'accountant'),
  ],
  department: [
    seat('Giám đốc', 'unit-leader'),
    seat('Phó Giám đốc', 'unit-leader'),
    seat('Trưởng phòng', 'head-of-office', 'unit-administrator'),
    seat('Chuyên viên', 'specialist'),
    seat('Chuyên viên', 'specialist'),
    seat('Văn thư', 'clerk'),
    seat('Kế toán', 'accountant'),
  ],
  'provincial-police': [
    seat('Giám đốc', 'unit-leader'),
    seat('Phó Giám đốc', 'unit-leader'),
    seat('Trưởng phòng Hồ sơ nghiệp vụ', 'head-of-office', 'unit-administrator'),
    seat('Cán bộ hồ sơ', 'specialist'),
    seat('Cán bộ hồ sơ', 'specialist'),
    seat('Cán bộ hồ sơ', 'specialist'),
    seat('Văn thư', 'clerk'),
    seat('Kế toán', 'accountant'),
  ],
  'commune-committee': [
    seat('Chủ tịch', 'unit-leader'),
    seat('Phó Chủ tịch', 'unit-leader'),
    seat('Chánh Văn phòng HĐND và UBND', 'head-of-office', 'unit-administrator'),
    seat('Công chức tư pháp, hộ tịch', 'specialist', 'certification-officer'),
    seat('Công chức kinh tế, hạ tầng', 'specialist'),
    seat('Văn thư', 'clerk'),
    seat('Kế toán', 'accountant'),
  ],
  'commune-centre': [
    seat('Giám đốc', 'centre-manager', 'unit-administrator'),
    seat('Cán bộ một cửa', 'one-stop-officer'),
    seat('Cán bộ một cửa', 'one-stop-officer', 'population-lookup'),
    seat('Cán bộ thu phí', 'fee-desk'),
    seat('Cán bộ trả kết quả', 'result-desk', 'centre-staff'),
    seat('Tổ công nghệ số cộng đồng', 'assistant'),
    seat('Kế toán', 'accountant'),
  ],
  'commune-police': [
    seat('Trưởng Công an', 'unit-leader'),
    seat('Phó Trưởng Công an', 'head-of-office', 'unit-leader'),
    seat('Cán bộ cư trú', 'specialist'),
    seat('Cán bộ cư trú', 'specialist'),
    seat('Văn thư', 'clerk'),
    seat('Kế toán', 'accountant'),
  ],
  ministry: [
    seat('Bộ trưởng', 'unit-leader'),
    seat('Thứ trưởng', 'unit-leader'),
    seat('Chánh Văn phòng', 'head-of-office'),
    seat('Chuyên viên', 'specialist'),
    seat('Văn thư', 'clerk'),
    seat('Kiểm soát thủ tục hành chính', 'inspector'),
    seat('Theo dõi hồ sơ toàn Bộ', 'monitor'),
    seat('Thống kê, báo cáo', 'statistician'),
    seat('Quản trị hệ thống', 'system-administrator'),
    seat('Quản trị đơn vị', 'unit-administrator'),
    seat('Tra cứu dân cư', 'population-lookup'),
    // Four eyes need two: what one system administrator began, the other approves.
    seat('Quản trị hệ thống', 'system-administrator'),
    // Four eyes here too: who approves a refund is not who pays it out.
    seat('Kế toán trưởng', 'accountant'),
    seat('Kế toán', 'accountant'),
  ],
  'ministry-centre': [
    seat('Trưởng Bộ phận Một cửa', 'centre-manager', 'unit-administrator'),
    seat('Cán bộ một cửa', 'one-stop-officer'),
    seat('Cán bộ một cửa', 'one-stop-officer', 'population-lookup'),
    seat('Cán bộ Bộ phận Một cửa', 'centre-staff'),
    seat('Cán bộ thu phí', 'fee-desk'),
    seat('Cán bộ trả kết quả', 'result-desk'),
    seat('Nhân viên bưu chính công ích', 'postal-officer'),
    seat('Kế toán', 'accountant'),
  ],
  'ministry-department': [
    seat('Cục trưởng', 'unit-leader'),
    seat('Phó Cục trưởng', 'unit-leader'),
    seat('Trưởng phòng', 'head-of-office', 'unit-administrator'),
    seat('Chuyên viên', 'specialist'),
    seat('Chuyên viên', 'specialist'),
    seat('Văn thư', 'clerk'),
    seat('Kế toán', 'accountant'),
  ],
};

/** In office since the two-tier government began. */
const since = instantAt(asPlainDate('2025-07-01'), 7 * 60);

export const officerSubject = (unitKey: string, number: number): string => `cb-${unitKey}-${number}`;
const officerId = (subject: string): OfficerId => sampleId<OfficerId>(`officer ${subject}`);

const emailOf = (name: string, number: number, domain: string): string =>
  `${foldText(name).replaceAll(' ', '.')}.${number}@${domain}`;

interface Drawn {
  readonly chance: Chance;
  readonly domain: string;
  /** Among all officers of the sample. */
  readonly index: number;
}

function officerOf(
  unit: SampleUnit,
  number: number,
  { title, roles }: Seat,
  { chance, domain, index }: Drawn,
): SampleOfficer {
  const sex = chance.percent(48) ? '2' : '1';
  const name = personName(chance, { family: familyName(chance, false), sex });
  const subject = officerSubject(unit.key, number);
  return {
    id: officerId(subject),
    subject,
    name,
    email: emailOf(name, number, domain),
    title,
    personalNumber: numberOf(sex, index),
    unitKey: unit.key,
    posts: roles.map((role) => ({ unit: unitId(unit.key), role })),
    createdAt: since,
  };
}

/** Invented, of the right structure: all of them end in 980001–989999, as no resident of the sample does (samples/SOURCES.md). */
const numberOf = (sex: '1' | '2', index: number): string =>
  `089${sex === '2' ? '1' : '0'}${70 + (index % 30)}${980_001 + index}`;

/** Officers in every role, the same for the same seed. */
export function sampleOfficers(seed: number, { units, mailDomain }: Sample): readonly SampleOfficer[] {
  const places = units().flatMap((unit) => seats[unit.kind].map((one, i) => ({ unit, one, number: i + 1 })));
  return places.map(({ unit, one, number }, index) => {
    const chance = chanceFor(seed, `officer ${unit.key} ${number}`);
    return officerOf(unit, number, one, { chance, domain: mailDomain, index });
  });
}

export const breakGlassEmail = ({ mailDomain }: Sample): string => `khan-cap@${mailDomain}`;

/** The account for the day the officers' own sign-in is lost; its secret is made at the first start. */
export const breakGlassOfficer = (sample: Sample, secret: string): OfficerToLoad => ({
  id: officerId('cb-khan-cap'),
  subject: null,
  name: 'Tài khoản khẩn cấp',
  email: breakGlassEmail(sample),
  title: 'Quản trị khẩn cấp',
  posts: [{ unit: unitId(sample.head), role: 'system-administrator' }],
  breakGlassSecret: secret,
  createdAt: since,
});
