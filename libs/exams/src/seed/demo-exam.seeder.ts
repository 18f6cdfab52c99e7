import { Inject, Injectable } from '@nestjs/common';
import { type Clock, newId, sha256Hex } from '@app/kernel';
import { CLOCK, Db, type Seeder, Seeds, systemActor, UnitOfWork } from '@app/platform';
import { LATE_UPLOAD_HOURS } from '../use/schedule-exam';

const TITLE = '转岗培训结业理论考试（演示场次）';
const PAPER = 'TP-FINAL-A';
const OPEN_DAYS = 90;

/** One open window in Liaoning, so that the demonstration can be walked on any day. Admission during the whole window. */
@Injectable()
@Seeds(72, 'demo', 'exams.demo')
export class DemoExamSeeder implements Seeder {
  constructor(
    private readonly db: Db,
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  contentHash(): string {
    return sha256Hex('exams demo 1');
  }

  async run(): Promise<string> {
    const officer = await this.db.one<{ id: string }>("SELECT id FROM account WHERE login_name = 'ln-exam'");
    const paper = await this.db.one<{ id: string; durationMinutes: number; passPercent: number; graceSeconds: number }>(
      `SELECT v.id, v.duration_minutes, v.pass_percent, v.grace_seconds FROM paper_version v JOIN paper p ON p.id = v.paper_id
       WHERE p.code = ? ORDER BY v.version DESC LIMIT 1`,
      [PAPER],
    );
    const known = await this.db.count('SELECT COUNT(*) AS n FROM exam_session WHERE title = ? AND province_code = ?', [
      TITLE,
      '210000',
    ]);
    if (known || !paper) return known ? 'the demo session is there' : `no paper ${PAPER}`;
    const opensAt = this.clock.now();
    const actor = systemActor('demo organisation', 'seed', officer?.id);
    await this.uow.run({ actor, action: 'exams.load-demo' }, async (tx) => {
      const id = newId();
      await tx.insert('exam_session', {
        id,
        paperVersionId: paper.id,
        paperCode: PAPER,
        provinceCode: '210000',
        title: TITLE,
        opensAt,
        closesAt: new Date(opensAt.getTime() + OPEN_DAYS * 86_400_000),
        durationMinutes: paper.durationMinutes,
        lateLimitMinutes: null,
        graceSeconds: paper.graceSeconds,
        maxAttempts: 3,
        passPercent: paper.passPercent,
        lateUploadHours: LATE_UPLOAD_HOURS,
        ruleSources: JSON.stringify([{ path: 'lateLimitMinutes', source: '演示场次：整个时段均可入场' }]),
        state: 'SCHEDULED',
        createdBy: officer?.id ?? 'system',
        createdAt: tx.now,
      });
      await tx.timeline({ subjectType: 'exam-session', subjectId: id, event: 'exams.scheduled', to: 'SCHEDULED' });
      await tx.audit({ object: { type: 'exam-session', id } });
      return null;
    });
    return `one open session for ${OPEN_DAYS} days`;
  }
}
