import type { Competence } from '#capabilities/forms';
import { foldText } from '#kernel/text';
import type { NationalProcedure } from '../procedure.ts';

/** Department of a province by words of the field first, of the ministry after; keys as `samples/an-giang/units.json`. */
const departments: readonly (readonly [RegExp, string])[] = [
  [/doanh nghiep|dau tu|tai chinh|ngan hang|hop tac xa|gia |ke toan|cong san/, 'so-tai-chinh'],
  [/du lich|van hoa|the thao|quang cao|gia dinh|bao chi|xuat ban|dien anh/, 'so-vhttdl'],
  [/viec lam|lao dong|nguoi co cong|tien luong|to chuc|can bo|luu tru/, 'so-noi-vu'],
  [/duoc pham|kham benh|y te|bao tro|tre em|an toan thuc pham|dan so/, 'so-y-te'],
  [/giao duc|tuyen sinh|day nghe|dao tao/, 'so-gddt'],
  [/tu phap|ho tich|chung thuc|cong chung|luat su|quoc tich|con nuoi|tro giup phap ly|dau gia/, 'so-tu-phap'],
  [/duong bo|xay dung|nha o|kien truc|quy hoach|dang kiem|duong thuy|duong sat|ha tang/, 'so-xay-dung'],
  [/dat dai|nuoc|moi truong|khoang san|thuy|chan nuoi|trong trot|lam nghiep|kiem lam|nong|thu y/, 'so-nn-mt'],
  [/cong thuong|dien luc|thuong mai|hoa chat|cong nghiep/, 'so-cong-thuong'],
  [/khoa hoc|cong nghe|so huu tri tue|vien thong|buu chinh/, 'so-khcn'],
  [/dan toc|ton giao/, 'so-dan-toc-ton-giao'],
  [/ngoai giao|ngoai vu/, 'so-ngoai-vu'],
];

const departmentFor = (words: string): string | undefined =>
  departments.find(([shape]) => shape.test(words))?.[1];

/**
 * Who decides, read from the words of the record: the police where they are named, else the commune where it is one of
 * the levels, else the department of the field. Undefined for a procedure that only ministries handle.
 */
export function competenceOf(record: NationalProcedure): Competence | undefined {
  const words = foldText(`${record.agency} ${record.authority}`);
  const commune = record.levels.includes('commune');
  if (record.ministry === 'Bộ Công an' && !/uy ban nhan dan|ubnd/.test(words)) {
    if (commune) return { level: 'commune-police', by: 'noiGiaiQuyet' };
    if (record.levels.includes('province')) return { level: 'provincial-police' };
  }
  if (commune) return { level: 'commune', by: 'noiGiaiQuyet' };
  if (!record.levels.includes('province')) return undefined;
  const department =
    departmentFor(foldText(`${record.field} `)) ??
    departmentFor(foldText(`${record.ministry} ${record.name}`));
  return department === undefined ? { level: 'province' } : { level: 'province', department };
}
