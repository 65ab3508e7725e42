/** Points from the upper left corner of its page. */
export interface PaperBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface PlaceOnPaper {
  /** From 1. */
  readonly page: number;
  readonly box: PaperBox;
}

/** Where the leader signs: the picture of the signature and the words beside and beneath it, within the box. */
export interface LeaderPlace extends PlaceOnPaper {
  readonly picture: PaperBox;
  readonly words: PaperBox;
}

/** What a drawn paper leaves to those who sign it; what it does not have is absent. */
export interface SigningPlaces {
  readonly leader?: LeaderPlace;
  readonly seal?: PlaceOnPaper;
  /** Number and sign of the paper, and its place and date, as the clerk set them. */
  readonly number?: PlaceOnPaper;
  readonly date?: PlaceOnPaper;
}

export const mm = (n: number): number => (n * 72) / 25.4;

/** Seals of people's committees are 36 mm across; NĐ 30/2020 wants the picture as large as the seal. */
const sealAcross = mm(36);
/** One line beneath the seal: when it was set. */
const lineBeneath = 11;
const edge = 2;

/**
 * Parts the room beneath a capacity. The signature stands in its middle, the seal covers a third of it from the left (NĐ
 * 30/2020, Phụ lục I, phần I, mục II, khoản 7 and 8); the words begin where the seal ends.
 */
export function partRoom({
  page,
  box: room,
}: PlaceOnPaper): Required<Pick<SigningPlaces, 'leader' | 'seal'>> {
  const wide = Math.min(120, room.width * 0.6);
  const left = room.x + (room.width - wide) / 2;
  const across = Math.min(sealAcross, room.height - lineBeneath - edge);
  const sealEnds = left + wide / 3;
  const sealBox = { x: sealEnds - across - edge, y: room.y, width: across + 2 * edge, height: room.height };
  const box = { x: left, y: room.y, width: room.x + room.width - left, height: room.height };
  const words = sealEnds + 2 * edge - left;
  return {
    leader: {
      page,
      box,
      picture: { x: 0, y: 0, width: wide, height: room.height * 0.52 },
      words: { x: words, y: 0, width: box.width - words, height: room.height },
    },
    seal: { page, box: sealBox },
  };
}
