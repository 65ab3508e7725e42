import type { UnitKind } from '#capabilities/organisations';
import { withClient } from '#platform/db';

/** Somebody invented whom one may sign in as: chosen by name on the page of the simulated provider. */
export interface DemoAccount {
  readonly who: string;
  readonly name: string;
  /** Page where the sign-in begins. */
  readonly at: string;
}

interface Wanted {
  readonly who: string;
  readonly role: string;
  readonly kind: UnitKind;
  readonly commune?: string;
  /** How many of the same are passed over. */
  readonly after?: number;
}

/** The department whose officers lead through a dossier of the ministry. */
const tourDepartment = 'cuc-chan-nuoi-thu-y';
/** Núi Cấm, where a child may live, and Long Xuyên far away, where its birth may be registered all the same. */
const home = '30538';
const far = '30307';
const ofProvince: readonly Wanted[] = [
  {
    who: 'Cán bộ một cửa · one-stop officer',
    role: 'one-stop-officer',
    kind: 'commune-centre',
    commune: far,
  },
  { who: 'Công chức hộ tịch · specialist', role: 'specialist', kind: 'commune-committee', commune: home },
  { who: 'Chủ tịch · signs', role: 'unit-leader', kind: 'commune-committee', commune: home },
  { who: 'Văn thư · numbers and issues', role: 'clerk', kind: 'commune-committee', commune: home },
  { who: 'Trả kết quả · result desk', role: 'result-desk', kind: 'commune-centre', commune: home },
  { who: 'Thu phí · fee desk', role: 'fee-desk', kind: 'commune-centre', commune: far },
  { who: 'Kế toán · accountant', role: 'accountant', kind: 'commune-committee', commune: home },
  { who: 'Kế toán tỉnh · reconciles', role: 'accountant', kind: 'province' },
  { who: 'Quản trị hệ thống · administrator', role: 'system-administrator', kind: 'province' },
  { who: 'Quản trị hệ thống thứ hai · approves', role: 'system-administrator', kind: 'province', after: 1 },
];
const ofMinistry: readonly Wanted[] = [
  { who: 'Cán bộ một cửa · one-stop officer', role: 'one-stop-officer', kind: 'ministry-centre' },
  { who: 'Chuyên viên · specialist', role: 'specialist', kind: 'ministry-department' },
  { who: 'Trưởng phòng · head of office', role: 'head-of-office', kind: 'ministry-department' },
  { who: 'Cục trưởng · signs', role: 'unit-leader', kind: 'ministry-department' },
  { who: 'Văn thư · numbers and issues', role: 'clerk', kind: 'ministry-department' },
  { who: 'Trả kết quả · result desk', role: 'result-desk', kind: 'ministry-centre' },
  { who: 'Quản trị hệ thống · administrator', role: 'system-administrator', kind: 'ministry' },
  { who: 'Quản trị hệ thống thứ hai · approves', role: 'system-administrator', kind: 'ministry', after: 1 },
];

const aCitizen = `
  select name, birth_date from identity.person
  where kind = 'citizen' and ($1::text is null or address ->> 'commune' = $1) and phone is not null and issuer_subject is not null
    and birth_date between '1985' and '2002'
  order by created_at, id limit 1`;
const anOfficer = `
  select o.name, coalesce(nullif(u.short_name, ''), u.name) as unit
  from identity.officer o
  join identity.post p on p.officer_id = o.id and p.role = $1 and p.valid_to is null
  join organisations.unit u on u.id = p.unit_id and u.kind = $2 and ($3::text is null or u.admin_code = $3)
    and ($4::text is null or u.key = $4)
  where o.active and o.issuer_subject is not null order by o.email offset $5 limit 1`;

/** What is printed at the start: who may be signed in as, and words to search for. */
export interface DemoTour {
  readonly accounts: readonly DemoAccount[];
  readonly search: string;
}

/** Accounts that lead through a whole dossier; fewer when the sample is smaller, none without it. */
export const demoTour = (owner: string): Promise<DemoTour> =>
  withClient(owner, async (client) => {
    const head = await client.query<{ kind: UnitKind }>(
      "select kind from organisations.unit where kind in ('province', 'ministry') and valid_to is null",
    );
    const place = head.rows[0]?.kind === 'ministry' ? 'ministry' : 'province';
    const citizens = await client.query<{ name: string; birth_date: string }>(aCitizen, [
      place === 'province' ? home : null,
    ]);
    const found: DemoAccount[] = citizens.rows.map(({ name, birth_date }) => ({
      who: 'Công dân · citizen',
      name: `${name}, ${birth_date.split('-').reverse().join('/')}`,
      at: '/dang-nhap',
    }));
    for (const { who, role, kind, commune, after = 0 } of place === 'province' ? ofProvince : ofMinistry) {
      const { rows } = await client.query<{ name: string; unit: string }>(anOfficer, [
        role,
        kind,
        commune ?? null,
        kind === 'ministry-department' ? tourDepartment : null,
        after,
      ]);
      found.push(...rows.map(({ name, unit }) => ({ who, name: `${name}, ${unit}`, at: '/mot-cua' })));
    }
    return { accounts: found, search: place === 'ministry' ? 'thuốc thú y' : 'khai sinh' };
  });
