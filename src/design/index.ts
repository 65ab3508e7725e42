/** The door of the design system: every component with the type of its props, and the style sheets. */
export { buildStyles, type Styles } from './build.ts';
export {
  type AddressInputProps,
  type AddressPart,
  addressInput,
} from './components/address-input/address-input.ts';
export { type BackLinkProps, backLink } from './components/back-link/back-link.ts';
export { type BigDateProps, bigDate } from './components/big-date/big-date.ts';
export { type BreadcrumbProps, breadcrumb } from './components/breadcrumb/breadcrumb.ts';
export {
  type ButtonKind,
  type ButtonLinkProps,
  type ButtonProps,
  button,
  buttonGroup,
  buttonLink,
} from './components/button/button.ts';
export { type CardProps, card } from './components/card/card.ts';
export { type CheckboxesProps, checkboxes } from './components/checkboxes/checkboxes.ts';
export { type ChipListProps, chipList } from './components/chip-list/chip-list.ts';
export { type DateInputProps, type DatePart, dateInput } from './components/date-input/date-input.ts';
export {
  type DeadlineState,
  type DeadlineTagProps,
  deadlineTag,
} from './components/deadline-tag/deadline-tag.ts';
export { type DetailsProps, details } from './components/details/details.ts';
export { type DocumentProps, htmlDocument, type Theme } from './components/document/document.ts';
export {
  type DocumentPage,
  type DocumentViewerProps,
  documentViewer,
} from './components/document-viewer/document-viewer.ts';
export { type EmptyStateProps, emptyState } from './components/empty-state/empty-state.ts';
export {
  type EntryCell,
  type EntryTableProps,
  entryTable,
} from './components/entry-table/entry-table.ts';
export { type ErrorSummaryProps, errorSummary } from './components/error-summary/error-summary.ts';
export { type ChoiceOption } from './components/field/choice.ts';
export { type FieldProps, field } from './components/field/field.ts';
export { fieldset } from './components/fieldset/fieldset.ts';
export { type FileUploadProps, fileUpload } from './components/file-upload/file-upload.ts';
export { type FilterBarProps, filterBar } from './components/filter-bar/filter-bar.ts';
export { type HeaderProps, header } from './components/header/header.ts';
export { type IconName, type IconProps, icon, iconNames } from './components/icon/icon.ts';
export { type KeyHintProps, keyAttributes, keyHint } from './components/key-hint/key-hint.ts';
export { type KnownFactProps, knownFact } from './components/known-fact/known-fact.ts';
export { type MarkProps, mark, markFile } from './components/mark/mark.ts';
export { type NoticeKind, type NoticeProps, notice } from './components/notice/notice.ts';
export { type NumberTileProps, numberTile } from './components/number-tile/number-tile.ts';
export { type OutlineItem, type OutlineProps, outline } from './components/outline/outline.ts';
export {
  type CitizenFrameProps,
  type CitizenSession,
  citizenFrame,
} from './components/page-frame-citizen/page-frame-citizen.ts';
export {
  type OfficeFrameProps,
  officeFrame,
  type RailItem,
} from './components/page-frame-office/page-frame-office.ts';
export { type PageHeadingProps, pageHeading } from './components/page-heading/page-heading.ts';
export { type PaginationProps, pagination } from './components/pagination/pagination.ts';
export { type Preference, type PreferencesProps, preferences } from './components/preferences/preferences.ts';
export { type PreviewFrameProps, previewFrame } from './components/preview-frame/preview-frame.ts';
export { type QrFigureProps, qrFigure } from './components/qr-figure/qr-figure.ts';
export { type RadiosProps, radios } from './components/radios/radios.ts';
export { type SaveStatusProps, saveStatus } from './components/save-status/save-status.ts';
export { type SearchBoxProps, searchBox } from './components/search-box/search-box.ts';
export { type SearchChoiceProps, searchChoice } from './components/search-choice/search-choice.ts';
export { type SelectOption, type SelectProps, select } from './components/select/select.ts';
export { type SessionEndProps, sessionEnd } from './components/session-end/session-end.ts';
export { type SplitViewProps, splitView } from './components/split-view/split-view.ts';
export { type StatusProps, status } from './components/status/status.ts';
export { type StepperProps, stepper } from './components/stepper/stepper.ts';
export {
  type SummaryListProps,
  type SummaryRow,
  summaryList,
} from './components/summary-list/summary-list.ts';
export { type TableColumn, type TableProps, table } from './components/table/table.ts';
export { type TabsProps, tabs } from './components/tabs/tabs.ts';
export { type TagProps, type Tone, tag } from './components/tag/tag.ts';
export { type TaskListItem, type TaskListProps, taskList } from './components/task-list/task-list.ts';
export { type TextInputProps, textInput } from './components/text-input/text-input.ts';
export { type TextareaProps, textarea } from './components/textarea/textarea.ts';
export {
  type TimelineItem,
  type TimelineProps,
  type TimelineState,
  timeline,
} from './components/timeline/timeline.ts';
export { type VerdictProps, verdict } from './components/verdict/verdict.ts';
export { type WorkbenchProps, workbench } from './components/workbench/workbench.ts';
export { type WorklistProps, type WorklistRow, worklist } from './components/worklist/worklist.ts';
export { galleryPages, gallerySections } from './gallery.ts';
export { classes, type HeadingLevel, heading, type Move, moveLink } from './markup.ts';
export { type Words, wordsOf } from './words.ts';
