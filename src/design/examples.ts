import { addressInputExamples } from './components/address-input/address-input.examples.ts';
import { backLinkExamples } from './components/back-link/back-link.examples.ts';
import { bigDateExamples } from './components/big-date/big-date.examples.ts';
import { breadcrumbExamples } from './components/breadcrumb/breadcrumb.examples.ts';
import {
  buttonExamples,
  buttonGroupExamples,
  buttonLinkExamples,
} from './components/button/button.examples.ts';
import { cardExamples } from './components/card/card.examples.ts';
import { checkboxesExamples } from './components/checkboxes/checkboxes.examples.ts';
import { chipListExamples } from './components/chip-list/chip-list.examples.ts';
import { dateInputExamples } from './components/date-input/date-input.examples.ts';
import { deadlineTagExamples } from './components/deadline-tag/deadline-tag.examples.ts';
import { detailsExamples } from './components/details/details.examples.ts';
import { documentExamples } from './components/document/document.examples.ts';
import { documentViewerExamples } from './components/document-viewer/document-viewer.examples.ts';
import { emptyStateExamples } from './components/empty-state/empty-state.examples.ts';
import { entryTableExamples } from './components/entry-table/entry-table.examples.ts';
import { errorSummaryExamples } from './components/error-summary/error-summary.examples.ts';
import { fieldsetExamples } from './components/fieldset/fieldset.examples.ts';
import { fileUploadExamples } from './components/file-upload/file-upload.examples.ts';
import { filterBarExamples } from './components/filter-bar/filter-bar.examples.ts';
import { iconExamples } from './components/icon/icon.examples.ts';
import { keyHintExamples } from './components/key-hint/key-hint.examples.ts';
import { knownFactExamples } from './components/known-fact/known-fact.examples.ts';
import { markExamples } from './components/mark/mark.examples.ts';
import { noticeExamples } from './components/notice/notice.examples.ts';
import { numberTileExamples } from './components/number-tile/number-tile.examples.ts';
import { outlineExamples } from './components/outline/outline.examples.ts';
import { citizenFrameExamples } from './components/page-frame-citizen/page-frame-citizen.examples.ts';
import { officeFrameExamples } from './components/page-frame-office/page-frame-office.examples.ts';
import { pageHeadingExamples } from './components/page-heading/page-heading.examples.ts';
import { paginationExamples } from './components/pagination/pagination.examples.ts';
import { preferencesExamples } from './components/preferences/preferences.examples.ts';
import { previewFrameExamples } from './components/preview-frame/preview-frame.examples.ts';
import { qrFigureExamples } from './components/qr-figure/qr-figure.examples.ts';
import { radiosExamples } from './components/radios/radios.examples.ts';
import { saveStatusExamples } from './components/save-status/save-status.examples.ts';
import { searchBoxExamples } from './components/search-box/search-box.examples.ts';
import { searchChoiceExamples } from './components/search-choice/search-choice.examples.ts';
import { selectExamples } from './components/select/select.examples.ts';
import { sessionEndExamples } from './components/session-end/session-end.examples.ts';
import { splitViewExamples } from './components/split-view/split-view.examples.ts';
import { statusExamples } from './components/status/status.examples.ts';
import { stepperExamples } from './components/stepper/stepper.examples.ts';
import { summaryListExamples } from './components/summary-list/summary-list.examples.ts';
import { tableExamples } from './components/table/table.examples.ts';
import { tabsExamples } from './components/tabs/tabs.examples.ts';
import { tagExamples } from './components/tag/tag.examples.ts';
import { taskListExamples } from './components/task-list/task-list.examples.ts';
import { textInputExamples } from './components/text-input/text-input.examples.ts';
import { textareaExamples } from './components/textarea/textarea.examples.ts';
import { timelineExamples } from './components/timeline/timeline.examples.ts';
import { verdictExamples } from './components/verdict/verdict.examples.ts';
import { workbenchExamples } from './components/workbench/workbench.examples.ts';
import { worklistExamples } from './components/worklist/worklist.examples.ts';
import type { ExampleSet } from './example.ts';

/** Every component with its examples; the gallery, the tests and the accessibility run read this one list. */
export const exampleSets: readonly ExampleSet[] = [
  addressInputExamples,
  backLinkExamples,
  bigDateExamples,
  breadcrumbExamples,
  buttonExamples,
  buttonLinkExamples,
  buttonGroupExamples,
  cardExamples,
  checkboxesExamples,
  chipListExamples,
  dateInputExamples,
  deadlineTagExamples,
  detailsExamples,
  documentExamples,
  documentViewerExamples,
  emptyStateExamples,
  entryTableExamples,
  errorSummaryExamples,
  fieldsetExamples,
  fileUploadExamples,
  filterBarExamples,
  iconExamples,
  keyHintExamples,
  knownFactExamples,
  markExamples,
  noticeExamples,
  numberTileExamples,
  outlineExamples,
  citizenFrameExamples,
  officeFrameExamples,
  pageHeadingExamples,
  paginationExamples,
  preferencesExamples,
  previewFrameExamples,
  qrFigureExamples,
  radiosExamples,
  saveStatusExamples,
  searchBoxExamples,
  searchChoiceExamples,
  selectExamples,
  sessionEndExamples,
  splitViewExamples,
  statusExamples,
  stepperExamples,
  summaryListExamples,
  tableExamples,
  tabsExamples,
  tagExamples,
  taskListExamples,
  textInputExamples,
  textareaExamples,
  timelineExamples,
  verdictExamples,
  workbenchExamples,
  worklistExamples,
];
