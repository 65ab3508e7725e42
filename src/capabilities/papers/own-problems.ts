import { placeholdersIn } from './fill.ts';
import { overfull } from './fit.ts';
import { isAnswerHole, type Offer } from './offer.ts';
import type { PaperProblem } from './problem.ts';
import {
  type Block,
  bareNames,
  checkTemplate,
  filters,
  type PaperTemplate,
  readTemplate,
  textsOf,
} from './template.ts';

const problem = (code: PaperProblem['code'], at: string, vi: string, en: string): PaperProblem => ({
  code,
  at,
  text: { vi, en },
});

/** The language in a template's key: `01` is Vietnamese, `01-en` its English companion. */
export const languageOfKey = (key: string): 'vi' | 'en' => (key.endsWith('-en') ? 'en' : 'vi');
export const idOfKey = (key: string): string => key.replace(/-en$/, '');
export const keyOfPaper = (id: string, language: 'vi' | 'en'): string =>
  language === 'en' ? `${id}-en` : id;

/**
 * Judges a paper that a procedure brings along: every hole is one that the product can fill for a paper of this kind, the
 * language is that of its key, and no fixed text is cut by its box.
 * @param offer undefined when nobody ever asks for a paper of this id.
 */
export function ownPaperProblems(
  key: string,
  candidate: unknown,
  offer: Offer | undefined,
): readonly PaperProblem[] {
  if (!offer)
    return [
      problem(
        'paper-unasked',
        '',
        `Thủ tục này không dùng mẫu “${key}”. Hãy bỏ mẫu, hoặc chọn nó ở phần giấy của thủ tục.`,
        `The procedure has no paper “${key}”. Remove it, or name it among the procedure’s forms.`,
      ),
    ];
  const template = readTemplate(candidate);
  if (!template)
    return [
      problem(
        'paper-unreadable',
        '',
        `Không đọc được mẫu “${key}”. Hãy chép lại từ mẫu chung.`,
        `Template “${key}” cannot be read. Copy the common one again.`,
      ),
    ];
  const problems = [
    ...template.blocks.flatMap((block, index) => blockProblems(block, index, offer)),
    ...languageProblems(key, template),
  ];
  if (problems.length > 0) return problems;
  const checked = checkTemplate(declared(template, offer));
  if (!checked.ok)
    return checked.refusal.problems.map((said) =>
      problem('paper-faulty', '', `Mẫu “${key}” còn lỗi: ${said}.`, `Template “${key}” is faulty: ${said}.`),
    );
  return [...wrongDeclarations(template, offer), ...overfull(checked.value)];
}

function* holesOf(
  block: Block,
): Generator<{ name: string; filter?: string | undefined; rows?: string | undefined }> {
  for (const { text, rows } of textsOf(block))
    for (const { name, filter } of placeholdersIn(text)) yield { name, filter, rows };
}

function blockProblems(block: Block, index: number, offer: Offer): readonly PaperProblem[] {
  const at = `blocks.${index}`;
  const nth = index + 1;
  const unknown = (name: string) =>
    problem(
      'paper-hole-unknown',
      at,
      `Khối ${nth}: không có gì để điền vào {{${name}}}. Hãy chọn trong danh sách chỗ điền.`,
      `Block ${nth}: nothing fills {{${name}}}. Choose from the list.`,
    );
  const found: PaperProblem[] = [];
  for (const { name, filter, rows } of holesOf(block)) {
    const table = rows === undefined ? undefined : offer[rows];
    const isColumn = table?.type === 'rows' && Object.hasOwn(table.columns, name);
    const own = offer[name];
    if (!isColumn && !(rows !== undefined && name === '#')) {
      if (!own) found.push(unknown(name));
      else if (own.type === 'rows' || own.type === 'lines')
        found.push(
          problem(
            'paper-list-as-text',
            at,
            `Khối ${nth}: {{${name}}} là danh sách, phải đặt trong bảng hoặc danh sách.`,
            `Block ${nth}: {{${name}}} is a list and needs a table or list.`,
          ),
        );
    }
    if (filter !== undefined && !filters.includes(filter))
      found.push(
        problem(
          'paper-form-unknown',
          at,
          `Khối ${nth}: không có dạng “|${filter}”. Hãy dùng upper, long hoặc short.`,
          `Block ${nth}: there is no form “|${filter}”. Use upper, long or short.`,
        ),
      );
  }
  for (const { text } of textsOf(block)) {
    const left = text.replace(/\{\{\s*(?:[a-z][a-zA-Z0-9_]*|#)\s*(?:\|\s*[a-z]+\s*)?\}\}/g, '');
    if (/\{\{|\}\}/.test(left))
      found.push(
        problem(
          'paper-hole-unread',
          at,
          `Khối ${nth}: có dấu {{ }} chưa đọc được. Hãy viết như {{procedure_name}}.`,
          `Block ${nth}: braces that cannot be read. Write {{procedure_name}}.`,
        ),
      );
  }
  for (const { name } of bareNames(block)) if (!Object.hasOwn(offer, name)) found.push(unknown(name));
  return found;
}

function languageProblems(key: string, template: PaperTemplate): readonly PaperProblem[] {
  const wanted = languageOfKey(key);
  if ((template.language ?? 'vi') === wanted && template.id === idOfKey(key)) return [];
  return [
    problem(
      'paper-language',
      '',
      `Mẫu “${key}” ghi sai mã hoặc ngôn ngữ. Hãy chép lại từ mẫu chung.`,
      `Template “${key}” names another id or language. Copy the common one again.`,
    ),
  ];
}

/** Declarations that promise more than there is: a dossier without that fact could not be printed. */
function wrongDeclarations(template: PaperTemplate, offer: Offer): readonly PaperProblem[] {
  const rightly = declared(template, offer).placeholders;
  const names = [...new Set([...Object.keys(rightly), ...Object.keys(template.placeholders)])];
  const name = names.find((each) => {
    const [right, said] = [rightly[each], template.placeholders[each]];
    return !right || !said || right.type !== said.type || (right.optional === true && said.optional !== true);
  });
  if (name === undefined) return [];
  return [
    problem(
      'paper-faulty',
      '',
      `Chỗ điền “${name}” khai báo khác với dữ liệu có thật. Hãy lưu lại mẫu trong trình soạn.`,
      `Placeholder “${name}” is declared otherwise than the facts are. Save the template once in the designer.`,
    ),
  ];
}

/** The template with exactly the placeholders that stand on it, each as the product fills it. */
export function declared(template: PaperTemplate, offer: Offer): PaperTemplate {
  const used = new Set<string>();
  for (const block of template.blocks) {
    for (const { name, rows } of holesOf(block)) {
      const table = rows === undefined ? undefined : offer[rows];
      if (!(table?.type === 'rows' && Object.hasOwn(table.columns, name))) used.add(name);
    }
    for (const { name } of bareNames(block)) used.add(name);
  }
  const placeholders = Object.fromEntries(
    Object.entries(offer)
      .filter(([name]) => used.has(name))
      .map(([name, declaration]) => [
        name,
        isAnswerHole(name) ? { ...declaration, optional: true } : declaration,
      ]),
  );
  return { ...template, placeholders };
}
