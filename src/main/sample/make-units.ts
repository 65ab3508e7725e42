import { foldText } from '../../kernel/text.ts';

export type UnitKind =
  | 'province'
  | 'provincial-centre'
  | 'department'
  | 'provincial-police'
  | 'commune-committee'
  | 'commune-centre'
  | 'commune-police'
  | 'ministry'
  | 'ministry-centre'
  | 'ministry-department';

/** `office`: the hours of administrative offices. `police-residence`: those of police desks, open on Saturday. */
export type HoursKind = 'office' | 'police-residence';

export interface SampleUnit {
  /** Stable slug: never made again from a changed name. */
  readonly key: string;
  /** Agency identifier (mã định danh điện tử). */
  readonly code: string;
  /** True where the identifier was numbered by this program; the province replaces it by its own. */
  readonly codeInferred: boolean;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly parentKey: string | null;
  /** Official code of the commune; of the province for provincial units; none in a ministry. */
  readonly adminCode: string | null;
  readonly validFrom: string;
  readonly address: string;
  /** True where the address is the seat of the province or the ministry, not the unit's own. */
  readonly addressAssumed: boolean;
  /** Where the commune's seat is, in the words of the source: a building, a street or a former unit. */
  readonly seat?: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly hours: HoursKind;
}

type Row = Readonly<Record<string, string>>;

/** Agencies of a province after the mergers of 2025, in the usual order of the provincial list. */
const departments: readonly (readonly [slug: string, name: string, shortName: string])[] = [
  ['vp-ubnd', 'Văn phòng Ủy ban nhân dân tỉnh', 'Văn phòng UBND tỉnh'],
  ['so-noi-vu', 'Sở Nội vụ', 'Sở Nội vụ'],
  ['so-tu-phap', 'Sở Tư pháp', 'Sở Tư pháp'],
  ['so-tai-chinh', 'Sở Tài chính', 'Sở Tài chính'],
  ['so-cong-thuong', 'Sở Công Thương', 'Sở Công Thương'],
  ['so-nn-mt', 'Sở Nông nghiệp và Môi trường', 'Sở NN&MT'],
  ['so-xay-dung', 'Sở Xây dựng', 'Sở Xây dựng'],
  ['so-khcn', 'Sở Khoa học và Công nghệ', 'Sở KH&CN'],
  ['so-vhttdl', 'Sở Văn hóa, Thể thao và Du lịch', 'Sở VHTT&DL'],
  ['so-gddt', 'Sở Giáo dục và Đào tạo', 'Sở GD&ĐT'],
  ['so-y-te', 'Sở Y tế', 'Sở Y tế'],
  ['so-dan-toc-ton-giao', 'Sở Dân tộc và Tôn giáo', 'Sở DT&TG'],
  ['so-ngoai-vu', 'Sở Ngoại vụ', 'Sở Ngoại vụ'],
  ['thanh-tra-tinh', 'Thanh tra tỉnh', 'Thanh tra tỉnh'],
  ['bql-khu-kinh-te', 'Ban Quản lý Khu kinh tế', 'BQL Khu kinh tế'],
];

const validFrom = '2025-07-01';
const slugOf = (name: string): string => foldText(name).replaceAll(' ', '-');
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * The units of one province: its committee, centre, departments and police, then for each commune its committee
 * (decides), centre (receives and returns) and police. Second-level identifiers were not found in public sources:
 * agencies are numbered first, then communes in the order of their official codes (`codeInferred`). `seatCode` is the
 * commune in which the provincial agencies sit.
 */
export function makeUnits(province: Row, communes: readonly Row[], seatCode: string): SampleUnit[] {
  const own = communes
    .filter((commune) => commune['province_code'] === province['code'])
    .sort((a, b) => ((a['code'] ?? '') < (b['code'] ?? '') ? -1 : 1));
  const first = province['org_code'] ?? '';
  const provinceName = province['full_name'] ?? '';
  const seat = own.find((commune) => commune['code'] === seatCode);
  const atSeat = {
    adminCode: province['code'] ?? '',
    validFrom,
    address: `${seat?.['full_name'] ?? ''}, ${lowerFirst(provinceName)}`,
    addressAssumed: true,
    lat: Number(seat?.['lat']),
    lon: Number(seat?.['lon']),
  };
  const numbered = (at: number): string => `${first}.${String(at).padStart(2, '0')}`;
  const ofProvince = lowerFirst(provinceName);
  const top: SampleUnit = {
    key: 'ubnd-tinh',
    code: first,
    codeInferred: false,
    name: `Ủy ban nhân dân ${ofProvince}`,
    shortName: `UBND ${ofProvince}`,
    kind: 'province',
    parentKey: null,
    hours: 'office',
    ...atSeat,
  };
  const below = (
    at: number,
    key: string,
    kind: UnitKind,
    name: string,
    shortName: string,
    hours: HoursKind = 'office',
  ): SampleUnit => ({
    key,
    code: numbered(at),
    codeInferred: true,
    name,
    shortName,
    kind,
    parentKey: top.key,
    hours,
    ...atSeat,
  });
  const agencies = departments.map(([slug, name, shortName], index) =>
    below(index + 1, slug, 'department', withProvince(name, provinceName), shortName),
  );
  const next = agencies.length + 1;
  const centre = below(
    next,
    'tthcc-tinh',
    'provincial-centre',
    `Trung tâm Phục vụ hành chính công ${ofProvince}`,
    'TTHCC tỉnh',
  );
  const police = below(
    next + 1,
    'ca-tinh',
    'provincial-police',
    `Công an ${ofProvince}`,
    'Công an tỉnh',
    'police-residence',
  );
  return [
    top,
    centre,
    ...agencies,
    police,
    ...own.flatMap((commune, index) =>
      communeUnits(commune, numbered(next + 2 + index), top.key, ofProvince),
    ),
  ];
}

/** "Sở Nội vụ" → "Sở Nội vụ tỉnh An Giang"; "Thanh tra tỉnh" → "Thanh tra tỉnh An Giang". */
const withProvince = (name: string, provinceName: string): string =>
  `${name.replace(/ tỉnh$/u, '')} ${lowerFirst(provinceName)}`;

function communeUnits(commune: Row, code: string, parentKey: string, ofProvince: string): SampleUnit[] {
  const name = lowerFirst(commune['full_name'] ?? '');
  const slug = slugOf(name);
  const committeeKey = `ubnd-${slug}`;
  const shared = {
    codeInferred: true,
    adminCode: commune['code'] ?? '',
    validFrom,
    address: `${commune['full_name'] ?? ''}, ${ofProvince}`,
    addressAssumed: false,
    ...(commune['center'] ? { seat: commune['center'] } : {}),
    lat: Number(commune['lat']),
    lon: Number(commune['lon']),
  };
  return [
    {
      key: committeeKey,
      code,
      name: `Ủy ban nhân dân ${name}`,
      shortName: `UBND ${name}`,
      kind: 'commune-committee',
      parentKey,
      hours: 'office',
      ...shared,
    },
    {
      key: `tthcc-${slug}`,
      code: `${code}.1`,
      name: `Trung tâm Phục vụ hành chính công ${name}`,
      shortName: `TTHCC ${name}`,
      kind: 'commune-centre',
      parentKey: committeeKey,
      hours: 'office',
      ...shared,
    },
    {
      key: `ca-${slug}`,
      code: `${code}.2`,
      name: `Công an ${name}`,
      shortName: `Công an ${name}`,
      kind: 'commune-police',
      parentKey: committeeKey,
      hours: 'police-residence',
      ...shared,
    },
  ];
}
