import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '@app/platform';
import { fromJson } from './json';

export interface RuleSource {
  path: string;
  source: string;
}

export interface PaperVersionRow {
  id: string;
  paperId: string;
  paperCode: string;
  titleZh: string;
  titleEn: string;
  version: number;
  contentHash: string;
  keyHash: string;
  questionCount: number;
  totalPoints: string;
  durationMinutes: number;
  passPercent: number;
  lateLimitMinutes: number | null;
  graceSeconds: number;
  ruleSources: RuleSource[];
  source: string;
  state: string;
  sealedAt: Date;
}

const COLUMNS = `v.id, v.paper_id, p.code AS paper_code, p.title_zh, p.title_en, v.version, v.content_hash, v.key_hash, v.question_count,
  v.total_points, v.duration_minutes, v.pass_percent, v.late_limit_minutes, v.grace_seconds, v.rule_sources, v.source, v.state, v.sealed_at`;

const shape = (r: PaperVersionRow): PaperVersionRow => ({ ...r, ruleSources: fromJson<RuleSource[]>(r.ruleSources) });

/** Papers and their keys. Keys are read by {@link PaperStore.keys} alone. */
@Injectable()
export class PaperStore {
  constructor(private readonly db: Db) {}

  async version(id: string, at: Db | Tx = this.db): Promise<PaperVersionRow | undefined> {
    const row = await at.one<PaperVersionRow>(
      `SELECT ${COLUMNS} FROM paper_version v JOIN paper p ON p.id = v.paper_id WHERE v.id = ?`,
      [id],
    );
    return row && shape(row);
  }

  /** The newest sealed version of every paper: what can be scheduled. */
  async sealed(): Promise<PaperVersionRow[]> {
    const rows = await this.db.query<PaperVersionRow>(
      `SELECT ${COLUMNS} FROM paper_version v JOIN paper p ON p.id = v.paper_id
       WHERE v.state = 'SEALED' AND v.version = (SELECT MAX(x.version) FROM paper_version x WHERE x.paper_id = v.paper_id AND x.state = 'SEALED')
       ORDER BY p.code LIMIT 200`,
    );
    return rows.map(shape);
  }

  content(id: string, at: Db | Tx = this.db): Promise<{ content: string; contentHash: string } | undefined> {
    return at.one('SELECT content, content_hash FROM paper_version WHERE id = ?', [id]);
  }

  /** For grading and its verification only. */
  keys(id: string): Promise<{ answerKeys: string; keyHash: string } | undefined> {
    return this.db.one(
      'SELECT k.answer_keys, v.key_hash FROM paper_key k JOIN paper_version v ON v.id = k.paper_version_id WHERE k.paper_version_id = ?',
      [id],
    );
  }
}
