import { foldText } from '#kernel/text';

/** Papers that nearly every record asks for, by how their names begin; what is rarer is for people to translate. */
const papers: readonly (readonly [RegExp, string])[] = [
  [/^mau .*dien tu tuong tac/, 'The interactive e-form, filled in online'],
  [/^(to khai|ban khai|phieu khai)/, 'Declaration'],
  [/^(don|giay de nghi|phieu de nghi|van ban de nghi|ho so de nghi) /, 'Request'],
  [/^(ban sao )?(giay )?(van ban )?uy quyen/, 'Authorisation'],
  [
    /^(ban sao )?(ho chieu|the can cuoc|can cuoc|giay to tuy than|mot trong cac giay to.*can cuoc)/,
    'Identity paper',
  ],
  [/^giay to .*cu tru/, 'Evidence of residence'],
  [/^(ban sao )?(trich luc )?(giay )?khai sinh/, 'Birth certificate'],
  [/^(ban sao )?giay chung nhan ket hon/, 'Marriage certificate'],
  [/^(ban sao )?(trich luc|giay) (khai tu|bao tu)/, 'Death record'],
  [/^giay (chung nhan suc khoe|kham suc khoe)/, 'Health certificate'],
  [/^(ban (goc|sao) )?giay chung nhan quyen su dung dat/, 'Land certificate'],
  [
    /^(ban sao )?giay chung nhan dang ky (kinh doanh|doanh nghiep|ho kinh doanh)/,
    'Business registration certificate',
  ],
  [/^(hai |02 )?anh /, 'Photo'],
];

/** English of a paper's name, where it is one of the usual papers. */
export function paperInEnglish(name: string): string | undefined {
  const folded = foldText(name);
  return papers.find(([shape]) => shape.test(folded))?.[1];
}

/** A note is no paper: whoever reads English is told where its words are. */
export const noteInEnglish = 'A note: see the Vietnamese words of the national record.';
