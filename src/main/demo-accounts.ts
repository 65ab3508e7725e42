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
  readonly kind: string;
  readonly commune?: string;
}

/** Núi Cấm, where a child may live, and Long Xuyên far away, where its birth may be registered all the same. */
const home = '30538';
const far = '30307';
const officers: readonly Wanted[] = [
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
  { who: 'Quản trị hệ thống · administrator', role: 'system-administrator', kind: 'province' },
];

const aCitizen = `
  select name, birth_date from identity.person
  where kind = 'citizen' and address ->> 'commune' = $1 and phone is not null and issuer_subject is not null
    and birth_date between '1985' and '2002'
  order by created_at, id limit 1`;
const anOfficer = `
  select o.name, coalesce(nullif(u.short_name, ''), u.name) as unit
  from identity.officer o
  join identity.post p on p.officer_id = o.id and p.role = $1 and p.valid_to is null
  join organisations.unit u on u.id = p.unit_id and u.kind = $2 and ($3::text is null or u.admin_code = $3)
  where o.active and o.issuer_subject is not null order by o.email limit 1`;

/** Accounts that lead through a whole dossier; fewer when the sample is smaller, none without it. */
export const demoAccounts = (owner: string): Promise<readonly DemoAccount[]> =>
  withClient(owner, async (client) => {
    const citizens = await client.query<{ name: string; birth_date: string }>(aCitizen, [home]);
    const found: DemoAccount[] = citizens.rows.map(({ name, birth_date }) => ({
      who: 'Công dân · citizen',
      name: `${name}, ${birth_date.split('-').reverse().join('/')}`,
      at: '/dang-nhap',
    }));
    for (const { who, role, kind, commune } of officers) {
      const { rows } = await client.query<{ name: string; unit: string }>(anOfficer, [
        role,
        kind,
        commune ?? null,
      ]);
      found.push(...rows.map(({ name, unit }) => ({ who, name: `${name}, ${unit}`, at: '/mot-cua' })));
    }
    return found;
  });
