import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, type Clock, newId, sha256Hex } from '@app/kernel';
import { CLOCK, Db, execute, Files, type Seeder, Seeds, systemActor, type Tx, UnitOfWork } from '@app/platform';
import { fromJson } from '../data/json';
import { watchRuleOf } from '../domain/watch-rule';
import {
  bytesOf,
  type ContentFile,
  type CourseFolder,
  courseFolders,
  type LessonContent,
  nameOf,
  watchRules,
} from './course-file';

/** Loads the starter courses and the counting rule. A published version keeps its content for ever. */
@Injectable()
@Seeds(60, 'starter', 'courses.courses')
export class CoursesSeeder implements Seeder {
  constructor(
    private readonly db: Db,
    private readonly uow: UnitOfWork,
    private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  contentHash(): string {
    return sha256Hex(canonicalJson([watchRules(), courseFolders().map((c) => c.hash)]));
  }

  async run(): Promise<string> {
    const kept = await this.loadRules();
    const folders = courseFolders();
    let added = 0;
    for (const c of folders) if (await this.load(c)) added++;
    const rules = kept.length ? `; ${kept.join(', ')} in use and kept as it was: publish a new version` : '';
    return `${folders.length} courses, ${added} new versions${rules}`;
  }

  /** @returns whether a version was added @throws Error when a published version has other content */
  private async load(c: CourseFolder): Promise<boolean> {
    const before = await this.db.one<{ contentHash: string }>(
      'SELECT v.content_hash FROM course_version v JOIN course c ON c.id = v.course_id WHERE c.code = ? AND v.version = ?',
      [c.content.code, c.content.version],
    );
    if (before && before.contentHash !== c.hash)
      throw new Error(
        `${c.content.code} version ${c.content.version} is published and cannot change: raise its version`,
      );
    if (before) return false;
    const all = c.content.lessons.flatMap((l) => [l.file, l.poster, ...(l.captions ?? []).map((x) => x.file)]);
    for (const f of all) if (f) await this.files.put(bytesOf(c.folder, f), f.mime);
    const actor = systemActor('courses.seed', newId());
    await this.uow.run({ actor, action: 'courses.publish-version' }, (tx) => this.publish(tx, c));
    return true;
  }

  private async publish(tx: Tx, { content, hash }: CourseFolder): Promise<void> {
    await tx.insert('course', { id: newId(), code: content.code, currentVersionId: null, createdAt: tx.now }, 'ignore');
    const course = (await tx.one<{ id: string }>('SELECT id FROM course WHERE code = ? FOR UPDATE', [content.code]))!;
    const id = newId();
    await tx.insert('course_version', {
      id,
      courseId: course.id,
      version: content.version,
      status: content.status,
      titleZh: content.title.zh,
      titleEn: content.title.en,
      summary: JSON.stringify(content.summary),
      hours: content.hours,
      hourMinutes: content.hourMinutes,
      sequence: content.completion.sequence,
      sources: JSON.stringify(content.sources),
      source: content.source,
      contentHash: hash,
      publishedAt: tx.now,
    });
    await tx.insert(
      'lesson',
      content.lessons.map((l) => lessonRow(id, l)),
    );
    if (content.status === 'PUBLISHED')
      await tx.execute(
        `UPDATE course SET current_version_id = (SELECT id FROM course_version WHERE course_id = ? AND status = 'PUBLISHED'
         ORDER BY version DESC LIMIT 1) WHERE id = ?`,
        [course.id, course.id],
      );
    await tx.audit({
      object: { type: 'course_version', id },
      details: { code: content.code, version: content.version, hash },
    });
  }

  /** @returns versions that are in use with other content */
  private async loadRules(): Promise<string[]> {
    const kept: string[] = [];
    for (const rule of watchRules()) {
      watchRuleOf(rule);
      const before = await this.db.one<{ content: unknown; used: string }>(
        'SELECT r.content, (SELECT COUNT(*) FROM player_session s WHERE s.rule_version = r.version) AS used FROM course_rule r WHERE r.version = ?',
        [rule.version],
      );
      const same = before && canonicalJson(fromJson(before.content)) === canonicalJson(rule);
      if (before && Number(before.used) > 0 && !same) {
        kept.push(rule.version);
        continue;
      }
      await execute(
        this.db.dataSource,
        'INSERT INTO course_rule (version, effective_from, content, loaded_at) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE effective_from = VALUES(effective_from), content = VALUES(content), loaded_at = VALUES(loaded_at)',
        [rule.version, rule.effectiveFrom, JSON.stringify(rule), this.clock.now()],
      );
    }
    return kept;
  }
}

const picture = (f: ContentFile | undefined) => (f ? { hash: f.sha256, mime: f.mime } : undefined);

function lessonRow(courseVersionId: string, l: LessonContent): Record<string, unknown> {
  return {
    id: newId(),
    courseVersionId,
    orderNo: l.order,
    code: l.code,
    kind: l.kind,
    titleZh: l.title.zh,
    titleEn: l.title.en,
    expectedMinutes: l.expectedMinutes,
    durationMs: l.durationSeconds === undefined ? null : Math.round(l.durationSeconds * 1000),
    pages: l.pages ?? null,
    fileHash: l.file.sha256,
    fileName: nameOf(l.file),
    fileMime: l.file.mime,
    fileBytes: l.file.bytes,
    media: JSON.stringify({
      width: l.width,
      height: l.height,
      silent: l.silent,
      poster: picture(l.poster),
      captions: l.captions?.map((c) => ({ language: c.language, label: c.label, hash: c.file.sha256 })),
    }),
    completion: JSON.stringify(l.completion),
  };
}
