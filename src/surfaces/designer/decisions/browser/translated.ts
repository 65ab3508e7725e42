const words: Readonly<Record<string, string>> = {
  'Add rule': 'Thêm dòng',
  'Add input': 'Thêm cột điều kiện',
  'Add output': 'Thêm cột kết quả',
  'Add rule above': 'Thêm dòng phía trên',
  'Add rule below': 'Thêm dòng phía dưới',
  'Remove rule': 'Bỏ dòng',
  'Remove input': 'Bỏ cột điều kiện',
  'Remove output': 'Bỏ cột kết quả',
  Annotations: 'Ghi chú',
  Annotation: 'Ghi chú',
  When: 'Khi',
  And: 'và',
  Then: 'Thì',
  Rule: 'Dòng',
  Rules: 'Các dòng',
  Input: 'Điều kiện',
  Inputs: 'Các điều kiện',
  Output: 'Kết quả',
  Outputs: 'Các kết quả',
  'Hit policy': 'Cách chọn dòng',
  'Hit policy:': 'Cách chọn dòng:',
  Unique: 'Chỉ một',
  First: 'Đầu tiên',
  Priority: 'Ưu tiên',
  Any: 'Bất kỳ',
  Collect: 'Thu thập',
  'Rule order': 'Theo thứ tự dòng',
  'Output order': 'Theo thứ tự kết quả',
  'View DRD': 'Xem sơ đồ bảng',
  'Decision table': 'Bảng quyết định',
  Copy: 'Chép',
  Cut: 'Cắt',
  'Paste above': 'Dán lên trên',
  'Paste below': 'Dán xuống dưới',
  Delete: 'Bỏ',
};

/** dmn-js asks here for every word it shows; what has no Vietnamese yet stays as it is. */
export function translated(template: string, replacements: Readonly<Record<string, string>> = {}): string {
  const text = words[template] ?? template;
  return text.replace(/\{([^}]+)\}/g, (whole, key: string) => replacements[key] ?? whole);
}
