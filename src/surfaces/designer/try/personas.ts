import type { LocalText } from '#kernel/text';

export interface TriedPerson {
  readonly id: string;
  readonly name: LocalText;
  readonly about: LocalText;
  readonly channel: 'online' | 'direct' | 'post';
  /** Begins the chain of invented answers: the same person always answers the same. */
  readonly seed: number;
  /** How this person sees the pages: settings of the preview. */
  readonly looks: Readonly<Record<string, string>>;
}

/** Invented people; each answers the whole form in a way of their own. */
export const personas = [
  {
    id: 'me-tre',
    name: { vi: 'Chị Nguyễn Thị An, 27 tuổi', en: 'Nguyễn Thị An, 27' },
    about: { vi: 'nộp trên điện thoại', en: 'files on a phone' },
    channel: 'online',
    seed: 11,
    looks: { _khung: 'dien-thoai' },
  },
  {
    id: 'cu-ong',
    name: { vi: 'Cụ Trần Văn Bền, 78 tuổi', en: 'Trần Văn Bền, 78' },
    about: { vi: 'ra quầy, cán bộ nhập giúp', en: 'comes to the counter' },
    channel: 'direct',
    seed: 22,
    looks: { _chu: 'lon' },
  },
  {
    id: 'chu-ho-kinh-doanh',
    name: { vi: 'Anh Danh Sóc Kha, chủ hộ kinh doanh', en: 'Danh Sóc Kha, shop owner' },
    about: { vi: 'nộp trực tuyến ngoài giờ', en: 'files online after hours' },
    channel: 'online',
    seed: 33,
    looks: { _script: 'khong' },
  },
  {
    id: 'nguoi-o-xa',
    name: { vi: 'Bà Lê Thị Xa, ở nước ngoài', en: 'Lê Thị Xa, abroad' },
    about: { vi: 'gửi qua bưu chính', en: 'sends it by post' },
    channel: 'post',
    seed: 44,
    looks: { _tieng: 'en' },
  },
] as const satisfies readonly TriedPerson[];

/** How much of each step's time officers take. */
export const paces = [
  { id: 'nhanh', times: 0.5, name: { vi: 'Nhanh, nửa thời gian', en: 'Fast, half the time' } },
  { id: 'dung-han', times: 0.95, name: { vi: 'Vừa kịp từng bước', en: 'Just in time' } },
  { id: 'tre', times: 2.5, name: { vi: 'Trễ từng bước', en: 'Late at each step' } },
] as const;
