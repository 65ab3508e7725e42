import type { Stage } from '#capabilities/dossiers';
import type { Say } from '../core/say.ts';

const words: Readonly<Record<Stage, readonly [string, string]>> = {
  submitted: ['Chờ tiếp nhận', 'Waits to be received'],
  accepted: ['Đã tiếp nhận', 'Received'],
  declined: ['Bị từ chối tiếp nhận', 'Declined'],
  'in-process': ['Đang giải quyết', 'In process'],
  supplement: ['Chờ bổ sung', 'Papers awaited'],
  financial: ['Chờ nộp phí', 'Fee awaited'],
  withdrawal: ['Xin rút', 'Withdrawal asked for'],
  paused: ['Tạm dừng', 'Paused'],
  stopped: ['Đã dừng', 'Stopped'],
  finished: ['Có kết quả', 'Finished'],
  returned: ['Đã trả kết quả', 'Returned'],
};

export const stageInWords = (stage: Stage, say: Say): string => say(...words[stage]);
