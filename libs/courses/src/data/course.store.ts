import { Injectable } from '@nestjs/common';
import { Db, type Param } from '@app/platform';
import type { CompletionRule, LessonFacts, LessonKind, TwoLanguages } from '../domain/completion';
import type { Sequence } from '../domain/course-path';
import type { WatchRuleContent } from '../domain/watch-rule';
import { fromJson } from './json';

export interface VersionRow {
  id: string;
  courseCode: string;
  version: number;
  current: boolean;
  title: TwoLanguages;
  summary: TwoLanguages;
  hours: string;
  hourMinutes: number;
  sequence: Sequence;
  sources: { path: string; source: string }[];
  contentHash: string;
}

export interface LessonMedia {
  width?: number;
  height?: number;
  silent?: boolean;
  poster?: { hash: string; mime: string };
  captions?: { language: string; label: string; hash: string }[];
}

export interface LessonRow extends LessonFacts {
  id: string;
  courseVersionId: string;
  orderNo: number;
  title: TwoLanguages;
  expectedMinutes: number;
  fileHash: string;
  fileName: string;
  fileMime: string;
  fileBytes: number;
  media: LessonMedia;
}

type Source = Pick<Db, 'query'>;

const VERSION = `SELECT v.id, c.code AS course_code, v.version, c.current_version_id = v.id AS current, v.title_zh, v.title_en, v.summary,
    v.hours, v.hour_minutes, v.sequence, v.sources, v.content_hash
  FROM course_version v JOIN course c ON c.id = v.course_id`;
const LESSON = `SELECT l.id, l.course_version_id, l.order_no, l.kind, l.title_zh, l.title_en, l.expected_minutes, l.duration_ms, l.pages,
    l.file_hash, l.file_name, l.file_mime, l.file_bytes, l.media, l.completion FROM lesson l`;

type RawVersion = Omit<VersionRow, 'title' | 'summary' | 'sources' | 'current'> & {
  titleZh: string;
  titleEn: string;
  summary: unknown;
  sources: unknown;
  current: number;
};
type RawLesson = Omit<LessonRow, 'title' | 'media' | 'completion' | 'kind'> & {
  titleZh: string;
  titleEn: string;
  media: unknown;
  completion: unknown;
  kind: string;
};

const versionOf = ({ titleZh, titleEn, summary, sources, current, ...v }: RawVersion): VersionRow => ({
  ...v,
  current: current === 1,
  title: { zh: titleZh, en: titleEn },
  summary: fromJson<TwoLanguages>(summary),
  sources: fromJson<VersionRow['sources']>(sources),
});
const lessonOf = ({ titleZh, titleEn, media, completion, kind, ...l }: RawLesson): LessonRow => ({
  ...l,
  kind: kind as LessonKind,
  title: { zh: titleZh, en: titleEn },
  media: fromJson<LessonMedia>(media),
  completion: fromJson<CompletionRule>(completion),
});

/** Published content: everyone who may see a course sees the same, so reads here take no scope. */
@Injectable()
export class CourseStore {
  constructor(private readonly db: Db) {}

  /** The versions that new learners get. */
  async current(codes: string[], source: Source = this.db): Promise<VersionRow[]> {
    if (!codes.length) return [];
    const rows = await source.query<RawVersion>(
      `${VERSION} WHERE c.code IN (?) AND c.current_version_id = v.id AND v.status = 'PUBLISHED'`,
      [codes as Param],
    );
    return rows.map(versionOf);
  }

  async versions(ids: string[], source: Source = this.db): Promise<VersionRow[]> {
    if (!ids.length) return [];
    return (await source.query<RawVersion>(`${VERSION} WHERE v.id IN (?)`, [ids as Param])).map(versionOf);
  }

  /** Lessons of versions, in their order. */
  async lessons(versionIds: string[], source: Source = this.db): Promise<LessonRow[]> {
    if (!versionIds.length) return [];
    const rows = await source.query<RawLesson>(
      `${LESSON} WHERE l.course_version_id IN (?) ORDER BY l.course_version_id, l.order_no`,
      [versionIds as Param],
    );
    return rows.map(lessonOf);
  }

  async lesson(id: string, source: Source = this.db): Promise<LessonRow | undefined> {
    const [row] = await source.query<RawLesson>(`${LESSON} WHERE l.id = ?`, [id]);
    return row && lessonOf(row);
  }

  /** The rule in force on a day, or the one named. */
  async rule(
    q: { day: string } | { version: string },
    source: Source = this.db,
  ): Promise<WatchRuleContent | undefined> {
    const [where, param] = 'day' in q ? ['effective_from <= ?', q.day] : ['version = ?', q.version];
    const [row] = await source.query<{ content: unknown }>(
      `SELECT content FROM course_rule WHERE ${where} ORDER BY effective_from DESC, version DESC LIMIT 1`,
      [param],
    );
    return row && fromJson<WatchRuleContent>(row.content);
  }
}
