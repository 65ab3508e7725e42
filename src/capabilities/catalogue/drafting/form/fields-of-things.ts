import { ask, mayAsk, page } from './ask.ts';

import type { FieldPages } from './fields-of-persons.ts';

export const wish = ask('long-text', 'noiDung', 'Bạn đề nghị việc gì?', 'What do you ask for?', {
  maxLength: 2000,
});
const place = (id: string, vi: string, en: string) => ask('commune-address', id, vi, en);

/** Fields whose declarations are about land, buildings, vehicles, businesses and what is done there. */
export const fieldsOfThings: readonly FieldPages[] = [
  [
    /chung thuc/,
    () => [
      page('giay-to', 'Giấy tờ cần chứng thực', 'The papers to certify', [
        ask('text', 'tenGiayTo', 'Tên giấy tờ', 'Name of the paper'),
        ask('number', 'soTrang', 'Số trang', 'Number of pages', { min: 1, max: 500 }),
        ask('number', 'soBan', 'Số bản cần chứng thực', 'Number of copies', { min: 1, max: 50 }),
      ]),
    ],
  ],
  [
    /phuong tien giao thong|duong thuy/,
    () => [
      page('phuong-tien', 'Phương tiện', 'The vehicle or vessel', [
        ask('text', 'ptTen', 'Nhãn hiệu, loại phương tiện', 'Make and kind'),
        ask('text', 'ptSoMay', 'Số máy', 'Engine number', { maxLength: 40 }),
        mayAsk('text', 'ptSoKhung', 'Số khung hoặc số vỏ', 'Chassis or hull number', { maxLength: 40 }),
        mayAsk('text', 'ptBienSo', 'Biển số hoặc số đăng ký', 'Registration number', { maxLength: 20 }),
      ]),
    ],
  ],
  [
    /ho kinh doanh/,
    () => [
      page('co-so', 'Hộ kinh doanh', 'The household business', [
        ask('text', 'hkdTen', 'Tên hộ kinh doanh', 'Name of the business'),
        ask('text', 'hkdMaSo', 'Mã số hộ kinh doanh', 'Code of the business', {
          pattern: '[0-9]{10,13}',
          patternHint: { vi: 'Ghi 10 đến 13 chữ số.', en: 'Give 10 to 13 digits.' },
        }),
        place('hkdDiaChi', 'Địa chỉ kinh doanh', 'Business address'),
        ask(
          'long-text',
          'noiDung',
          'Bạn muốn thay đổi điều gì, từ ngày nào?',
          'What changes, and from when?',
          { maxLength: 2000 },
        ),
      ]),
    ],
  ],
  [
    /doanh nghiep|hop tac/,
    () => [
      page('doanh-nghiep', 'Doanh nghiệp', 'The enterprise', [
        ask('text', 'dnTen', 'Tên doanh nghiệp', 'Name of the enterprise'),
        place('dnTruSo', 'Trụ sở chính', 'Head office'),
        ask('money', 'dnVon', 'Vốn', 'Capital', { min: 1 }),
        ask('long-text', 'dnNganh', 'Ngành, nghề kinh doanh', 'Lines of business', { maxLength: 1000 }),
      ]),
    ],
  ],
  [
    /dat dai|tai chinh dat/,
    () => [
      page('thua-dat', 'Thửa đất', 'The plot', [
        place('thuaDiaChi', 'Địa chỉ thửa đất', 'Address of the plot'),
        mayAsk('text', 'thuaSo', 'Thửa số', 'Plot number', { maxLength: 20 }),
        mayAsk('text', 'toSo', 'Tờ bản đồ số', 'Map sheet', { maxLength: 20 }),
        ask('number', 'dienTich', 'Diện tích (m²)', 'Area (m²)', { min: 1, decimals: 1 }),
        ask('long-text', 'noiDung', 'Bạn đề nghị việc gì về thửa đất?', 'What do you ask for?', {
          maxLength: 2000,
        }),
      ]),
    ],
  ],
  [
    /xay dung|nha o|kien truc|quy hoach/,
    () => [
      page('cong-trinh', 'Công trình', 'The building', [
        place('ctDiaChi', 'Địa chỉ công trình', 'Address of the building'),
        ask('number', 'ctDienTich', 'Diện tích sàn (m²)', 'Floor area (m²)', { min: 1 }),
        ask('number', 'ctSoTang', 'Số tầng', 'Storeys', { min: 1, max: 60 }),
        wish,
      ]),
    ],
  ],
  [
    /duong bo|ha tang/,
    () => [
      page('vi-tri', 'Vị trí và thời gian', 'Place and time', [
        place('vtDiaChi', 'Vị trí', 'Place'),
        ask('date', 'tuNgay', 'Từ ngày', 'From'),
        ask('number', 'soNgay', 'Trong bao nhiêu ngày?', 'For how many days?', { min: 1, max: 3650 }),
        wish,
      ]),
    ],
  ],
  [
    /trong trot|chan nuoi|thu y|thuy san|thuy loi|nuoc|lam nghiep|nong|bien/,
    () => [
      page('co-so', 'Nơi sản xuất', 'The place of production', [
        place('csDiaChi', 'Địa chỉ cơ sở', 'Address'),
        mayAsk('number', 'dienTich', 'Diện tích (m²)', 'Area (m²)', { min: 1 }),
        wish,
      ]),
    ],
  ],
  [
    /van hoa|du lich|the thao|quang cao/,
    () => [
      page('hoat-dong', 'Hoạt động', 'The activity', [
        ask('text', 'hdTen', 'Tên hoạt động', 'Name of the activity'),
        mayAsk('date', 'hdTuNgay', 'Từ ngày', 'From'),
        wish,
      ]),
    ],
  ],
];
