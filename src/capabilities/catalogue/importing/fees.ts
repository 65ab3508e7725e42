import { cleanText } from '#kernel/text';
import type { FeeMeaning } from '../procedure.ts';
import { shorten } from './clean.ts';
import type { Note } from './report.ts';

export interface ReadFee {
  readonly feeText: string;
  readonly fee: FeeMeaning;
  readonly amount?: number;
}

const figure =
  /^([\d][\d.,]*)\s*(vnđ|vnd|việt nam đồng|đồng|đ|usd)(?:\s*\/\s*[^(]*)?\s*(?:\(([\s\S]*)\))?\s*$/iu;
const free = /^(?:miễn phí|không đồng|không thu phí|không)\s*(?:\(([\s\S]*)\))?\s*$/iu;
const sumInWords = /(\d[\d.,]*\d|\d)\s*(?:đồng|vnđ|vnd|đ)(?![\p{L}])/giu;
const setElsewhere =
  /hội đồng nhân dân|hđnd|thông tư|nghị định|nghị quyết|luật phí|pháp luật|mức (?:thu|phí|lệ phí)|theo quy định/iu;
const saysNothing =
  /^[\s\-–.(]*(?:không(?: có| quy định| thu)?|chưa(?: quy định| có)?|miễn(?: phí| lệ phí)?)[^,;]{0,40}$/iu;

/**
 * Reads a fee as the portal writes it. The words are always kept; an amount is taken only where it is clear.
 * The portal cuts thousands ("135 VNĐ" for 135,000) and says "Miễn phí" wherever no number was entered.
 */
export function readFee(raw: string, field: string, note: Note): ReadFee {
  const feeText = cleanText(raw);
  const parts = [...new Set(feeText.split(partStart).map((part) => part.trim()))];
  if (parts.length === 1) return { ...readPart(parts[0] ?? '', field, note), feeText };
  const read = parts.map((part) => readPart(part, field, note)).filter((part) => part.fee !== 'unknown');
  const [first] = read;
  if (first === undefined) return { feeText, fee: 'unknown' };
  if (read.every((part) => part.fee === first.fee && part.amount === first.amount))
    return { ...first, feeText };
  note(
    field,
    'kept',
    'fee-several',
    shorten(feeText),
    read.map((part) => part.amount ?? part.fee).join(', '),
  );
  return { feeText, fee: 'in-text' };
}

/** Several fees of one channel stand in one text, joined by "; ". */
const partStart = /;\s(?=(?:miễn phí|không có thông tin|[\d.,]+ (?:vnđ|việt nam đồng|đồng|usd)))/iu;

function readPart(feeText: string, field: string, note: Note): ReadFee {
  if (feeText === '') return { feeText, fee: 'unknown' };
  if (/^không có thông tin/iu.test(feeText)) {
    note(field, 'kept', 'no-information', shorten(feeText));
    return { feeText, fee: 'unknown' };
  }
  const asFree = free.exec(feeText);
  if (asFree !== null) return readFree(feeText, asFree[1] ?? '', field, note);
  const asFigure = figure.exec(feeText);
  if (asFigure !== null)
    return readFigure(feeText, asFigure[1] ?? '', asFigure[2] ?? '', asFigure[3] ?? '', field, note);
  note(field, 'kept', 'fee-unread', shorten(feeText));
  return { feeText, fee: sumsIn(feeText).length > 0 ? 'in-text' : 'unknown' };
}

function readFree(feeText: string, remark: string, field: string, note: Note): ReadFee {
  if (remark === '' || saysNothing.test(remark)) return { feeText, fee: 'free', amount: 0 };
  if (sumsIn(remark).length > 0) {
    note(field, 'corrected', 'fee-free-but-amount', shorten(feeText), 'in-text');
    return { feeText, fee: 'in-text' };
  }
  // "Miễn lệ phí theo Thông tư 64/2025" exempts; "Mức lệ phí do Hội đồng nhân dân quyết định" does not.
  const exempts =
    /^[\s\-–(]*(?:miễn (?:phí|lệ phí|thu)|không thu)/iu.test(remark) && !/hội đồng nhân dân/iu.test(remark);
  if (exempts) return { feeText, fee: 'free', amount: 0 };
  if (setElsewhere.test(remark)) {
    note(field, 'corrected', 'fee-free-but-set', shorten(feeText), 'set-elsewhere');
    return { feeText, fee: 'set-elsewhere' };
  }
  if (/phí/iu.test(remark)) {
    note(field, 'corrected', 'fee-free-but-unclear', shorten(feeText), 'unknown');
    return { feeText, fee: 'unknown' };
  }
  return { feeText, fee: 'free', amount: 0 };
}

function readFigure(
  feeText: string,
  digits: string,
  currency: string,
  remark: string,
  field: string,
  note: Note,
): ReadFee {
  const value = readNumber(digits);
  if (value === undefined) {
    note(field, 'kept', 'fee-unread', shorten(feeText));
    return { feeText, fee: 'unknown' };
  }
  if (currency.toLowerCase() === 'usd') {
    note(field, 'kept', 'fee-foreign', shorten(feeText));
    return { feeText, fee: 'foreign' };
  }
  if (value === 0) {
    if (sumsIn(remark).some((sum) => sum > 0)) return readFree(feeText, remark, field, note);
    return { feeText, fee: 'free', amount: 0 };
  }
  const sums = sumsIn(remark);
  if (value < 5 && !sums.includes(value * 1000)) {
    note(field, 'kept', 'fee-too-small', shorten(feeText));
    return { feeText, fee: sums.length > 0 ? 'in-text' : 'unknown' };
  }
  const amount = value < 1000 ? value * 1000 : value;
  if (amount !== value) {
    const confirmed = sums.includes(amount);
    const reason = confirmed ? 'fee-thousands-confirmed' : 'fee-thousands';
    note(field, 'corrected', reason, shorten(feeText), String(amount));
  }
  const forATime = /áp dụng|giảm|bằng \d+\s*%/iu.test(remark) && sums.some((sum) => sum !== amount);
  if (sums.length === 0 || (sums.includes(amount) && !forATime)) return { feeText, fee: 'amount', amount };
  note(field, 'kept', 'fee-note-differs', shorten(feeText), 'in-text');
  return { feeText, fee: 'in-text' };
}

/** "150,000", "150.000" and "1.500.000" are whole đồng: the mark separates thousands. */
function readNumber(digits: string): number | undefined {
  if (/^\d+$/.test(digits)) return Number(digits);
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(digits)) return Number(digits.replace(/[.,]/g, ''));
  return undefined;
}

function sumsIn(text: string): number[] {
  return [...text.matchAll(sumInWords)].flatMap((match) => {
    const value = readNumber(match[1] ?? '');
    return value === undefined || value === 0 ? [] : [value];
  });
}
