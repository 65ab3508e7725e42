export {
  type Announcer,
  announcedInTime,
  announcingDays,
  type Judging,
  publicInTime,
  type Timeliness,
  type TransparencyFigure,
  transparencyOf,
} from './figures.ts';
export { hasAllParts } from './parts.ts';
export { type AnnouncedItem, type Announcement, announcedWhat } from './queries.ts';
export {
  type AnnouncementToLoad,
  type AnnouncementToSave,
  announcementOf,
  announcementsBetween,
  loadAnnouncements,
  saveAnnouncement,
} from './save-announcement.ts';
