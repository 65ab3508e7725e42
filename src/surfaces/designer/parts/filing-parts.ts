import type { LocalText } from '#kernel/text';
import { answersOf, choices } from '../core/options.ts';
import type { SheetPart } from './part.ts';

const words = (vi: string, en: string): LocalText => ({ vi, en });

/** How it may be filed: online level, identity, filing for another. */
export const filing: SheetPart = {
  kind: 'sheet',
  slug: 'cach-nop',
  title: words('Cách nộp', 'How it is filed'),
  fields: [
    {
      name: '_truc-tuyen',
      path: 'online.level',
      kind: 'one',
      required: true,
      label: words('Mức trực tuyến', 'Online'),
      options: choices({
        full: ['Toàn trình', 'Full'],
        partial: ['Một phần', 'Partial'],
        none: ['Chỉ trực tiếp', 'In person only'],
      }),
    },
    {
      name: '_truc-tuyen-gia-dinh',
      path: 'online.assumed',
      kind: 'flag',
      label: words('Mức trực tuyến là giả định', 'The online level is assumed'),
    },
    {
      name: '_cho-xac-minh',
      path: 'assurance.identityPendingAllowed',
      kind: 'yes-no',
      label: words('Được nộp trước, xác minh danh tính sau', 'May be filed with the identity pending'),
      hint: words(
        'Chỉ khi luật không đòi danh tính đã xác minh lúc nộp.',
        'Only where the law does not ask for a proven identity when filing.',
      ),
    },
    {
      name: '_cho-xac-minh-gia-dinh',
      path: 'assurance.assumed',
      kind: 'flag',
      label: words('Mức xác minh là giả định', 'The demanded identity is assumed'),
    },
    {
      name: '_ky-so',
      path: 'assurance.signed',
      kind: 'flag',
      label: words('Nộp trực tuyến phải ký số', 'Filed online, it must be signed with one’s own key'),
      hint: words(
        'Người nộp ký từ xa ngay trên cổng. Chỉ khi luật đòi chữ ký trên tờ khai.',
        'Signed remotely on the portal. Only where the law asks for a signature.',
      ),
    },
    {
      name: '_dong-ky',
      path: 'assurance.coSigners',
      kind: 'number',
      label: words('Số người cùng ký với người nộp', 'How many others must sign'),
      hint: words(
        'Như 1 khi cần chữ ký của cả vợ và chồng; để trống khi chỉ người nộp ký.',
        'Such as 1 for both spouses; empty when the applicant signs alone.',
      ),
      rare: true,
    },
    {
      name: '_nop-thay',
      path: 'representation.allowed',
      kind: 'yes-no',
      label: words('Được nộp thay người khác', 'May be filed for another'),
    },
    {
      name: '_can-uy-quyen',
      path: 'representation.needsPaper',
      kind: 'flag',
      label: words('Nộp thay cần văn bản ủy quyền', 'Filing for another needs a paper'),
    },
    {
      name: '_mien-uy-quyen',
      path: 'representation.exceptRelations',
      kind: 'many',
      label: words('Không cần văn bản khi là', 'No paper is needed from'),
      options: choices({
        ong: ['Ông', 'Grandfather'],
        ba: ['Bà', 'Grandmother'],
        cha: ['Cha', 'Father'],
        me: ['Mẹ', 'Mother'],
        con: ['Con', 'Child'],
        vo: ['Vợ', 'Wife'],
        chong: ['Chồng', 'Husband'],
        'anh-chi-em-ruot': ['Anh, chị, em ruột', 'Brother or sister'],
        'giam-ho': ['Người giám hộ', 'Guardian'],
        'than-thich': ['Người thân thích', 'Relative'],
      }),
    },
  ],
};

/** What is granted when no other grant's condition holds. */
export const result: SheetPart = {
  kind: 'sheet',
  slug: 'ket-qua',
  title: words('Kết quả', 'Result'),
  fields: [
    {
      name: '_ket-qua',
      path: 'result.name',
      kind: 'local',
      required: true,
      label: words('Kết quả', 'Result'),
    },
    {
      name: '_ma-ket-qua',
      path: 'result.code',
      kind: 'text',
      required: true,
      label: words('Mã kết quả', 'Result code'),
      hint: words(
        'Như KQ.G15.000031; ghi local khi chưa có mã.',
        'Such as KQ.G15.000031; local where there is none.',
      ),
    },
    {
      name: '_xac-nhan',
      path: 'result.confirmDraft',
      kind: 'flag',
      label: words('Người dân xác nhận bản dự thảo', 'The citizen confirms a draft'),
      hint: words('Một ngày không trả lời là đồng ý.', 'A day of silence is consent.'),
    },
    {
      name: '_noi-dung',
      path: 'result.certifies',
      kind: 'many',
      label: words('Giấy ghi những câu trả lời nào', 'The answers that the paper states'),
      options: answersOf(),
    },
  ],
};

export const notes: SheetPart = {
  kind: 'sheet',
  slug: 'ghi-chu',
  title: words('Ghi chú, sự kiện đời sống', 'Notes, life events'),
  fields: [
    {
      name: '_ghi-chu',
      path: 'notes',
      kind: 'locals',
      label: words('Ghi chú cho người đọc', 'Notes for readers'),
      hint: words('Mỗi dòng một ghi chú: tiếng Việt | tiếng Anh.', 'One a line: Vietnamese | English.'),
    },
    {
      name: '_su-kien',
      path: 'lifeEvents',
      kind: 'many',
      keepsEmpty: true,
      label: words('Thuộc sự kiện', 'Belongs to'),
      options: choices({
        'co-con': ['Có con', 'Having a child'],
        'ket-hon': ['Kết hôn', 'Marriage'],
        'mat-nguoi-than': ['Mất người thân', 'A death in the family'],
        'giay-to-ho-tich': ['Giấy tờ hộ tịch', 'Civil status papers'],
        'chuyen-cho-o': ['Chuyển chỗ ở', 'Moving'],
        'lam-nha': ['Làm nhà', 'Building a house'],
        'khoi-nghiep': ['Khởi nghiệp', 'Starting a business'],
        'tuoi-gia': ['Tuổi già', 'Old age'],
        'xin-viec': ['Xin việc', 'Looking for work'],
      }),
    },
    {
      name: '_mau-tiep-nhan',
      path: 'forms.receipt',
      kind: 'one',
      required: true,
      label: words('Mẫu giấy tiếp nhận', 'Form of the receipt'),
      options: choices({
        '01': ['Mẫu 01, chung', 'Form 01, common'],
        CT04: ['CT04, cư trú', 'CT04, residence'],
      }),
    },
    {
      name: '_mau-bo-sung',
      path: 'forms.supplement',
      kind: 'one',
      required: true,
      label: words('Mẫu yêu cầu bổ sung', 'Form asking for supplements'),
      options: choices({
        '02': ['Mẫu 02, chung', 'Form 02, common'],
        CT05: ['CT05, cư trú', 'CT05, residence'],
      }),
    },
    {
      name: '_mau-tu-choi',
      path: 'forms.refusal',
      kind: 'one',
      required: true,
      label: words('Mẫu từ chối', 'Form of refusal'),
      options: choices({
        '03': ['Mẫu 03, chung', 'Form 03, common'],
        CT06: ['CT06, cư trú', 'CT06, residence'],
      }),
    },
  ],
};
