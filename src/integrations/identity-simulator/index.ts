import { keysIn } from './keys.ts';
import {
  type Choice,
  choiceOfOfficer,
  choiceOfPerson,
  type SimulatedOfficer,
  type SimulatedPerson,
} from './people.ts';
import type { SimulatedClient } from './provider.ts';
import { type SimulatedIssuer, startSimulator } from './simulator.ts';

export type { SimulatedOfficer, SimulatedPerson } from './people.ts';
export type { SimulatedClient } from './provider.ts';
export type { Behaviour, SimulatedIssuer } from './simulator.ts';

export interface IdentitySimulatorOptions {
  /** Of VNeID; 0 takes any free port. */
  readonly port1: number;
  /** Of the province's own provider. */
  readonly port2: number;
  readonly clients: { readonly citizen: SimulatedClient; readonly officer: SimulatedClient };
  /** Asked at each page, so that people who were seeded later appear. */
  readonly people: () => Promise<readonly SimulatedPerson[]>;
  readonly officers: () => Promise<readonly SimulatedOfficer[]>;
  /** Signing keys are made here at the first start. */
  readonly dataDir: string;
}

export interface IdentitySimulators {
  readonly citizen: SimulatedIssuer;
  readonly officer: SimulatedIssuer;
  stop(): Promise<void>;
}

/** Two issuers on loopback that stand in for VNeID and for the province's own sign-in. Never for real people. */
export async function startIdentitySimulators(
  options: IdentitySimulatorOptions,
): Promise<IdentitySimulators> {
  const citizen = await startSimulator({
    name: 'vneid-mo-phong',
    port: options.port1,
    keys: await keysIn(options.dataDir, 'vneid'),
    client: options.clients.citizen,
    claims: ['LoaiTaiKhoan', 'SoDinhDanh', 'HoVaTen', 'NgayThangNamSinh', 'TechID', 'loAs', 'IAL'],
    look: {
      kind: 'vneid',
      title: 'VNeID',
      lead: 'Ngoài đời, bạn mở ứng dụng VNeID và quét mã. Ở đây chỉ cần chọn một người.',
    },
    secondFactor: false,
    ...chosenFrom(options.people, choiceOfPerson),
  });
  const officer = await startSimulator({
    name: 'can-bo-mo-phong',
    port: options.port2,
    keys: await keysIn(options.dataDir, 'officers'),
    client: options.clients.officer,
    claims: ['name', 'acr', 'amr'],
    look: {
      kind: 'officers',
      title: 'Đăng nhập của cán bộ',
      lead: 'Chọn một cán bộ để dùng thử. Bước sau hỏi thêm mã xác nhận, như ngoài đời.',
    },
    secondFactor: true,
    ...chosenFrom(options.officers, choiceOfOfficer),
  });
  return {
    citizen,
    officer,
    async stop() {
      await Promise.all([citizen.stop(), officer.stop()]);
    },
  };
}

function chosenFrom<T>(list: () => Promise<readonly T[]>, choiceOf: (one: T) => Choice) {
  const choices = async () => (await list()).map(choiceOf);
  return {
    choices,
    find: async (subject: string) => (await choices()).find((choice) => choice.subject === subject),
  };
}
