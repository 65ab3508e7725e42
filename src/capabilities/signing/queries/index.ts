import { z } from 'zod';
import { params, query } from '#platform/db';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
type Of = { kind: string; holder: string };

export const newestCertificate = query({
  file: file('newest-certificate'),
  params: params<Of>(),
  row: z.object({ store: z.enum(['file', 'token']), key: z.string(), serial: z.string(), name: z.string() }),
});
export const addCertificate = query({
  file: file('add-certificate'),
  params: params<
    Of & {
      id: string;
      store: string;
      key: string;
      serial: string;
      name: string;
      from: number;
      to: number;
      at: number;
    }
  >(),
  row: z.object({ id: z.string() }),
});
