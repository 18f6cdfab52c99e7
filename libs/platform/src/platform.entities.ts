import { Entity, Index, PrimaryColumn } from 'typeorm';
import { SeedRun } from './seed/seeding';
import { Code, Flag, Id, Instant, Int, Json, LongText, Ref, Text, BigInt64 } from './db/columns';

/** A fact or an order waiting to be handed to the queue; written in the transaction that made it true. */
@Entity('outbox')
@Index('ix_outbox_open', ['handedAt', 'availableAt'])
@Index('ix_outbox_name', ['handedAt', 'name', 'availableAt'])
export class Outbox {
  @Id() id: string;
  @Code(80) name: string;
  @Json() payload: unknown;
  @Ref({ nullable: true }) actorId: string | null;
  @Code(64) requestId: string;
  @Instant() createdAt: Date;
  @Instant() availableAt: Date;
  @Instant({ nullable: true }) handedAt: Date | null;
  @Code(64, { nullable: true }) leaseOwner: string | null;
  @Instant({ nullable: true }) leaseUntil: Date | null;
  @Int({ default: 0 }) attempts: number;
  @Instant({ nullable: true }) parkedAt: Date | null;
  @Text(500, { nullable: true }) error: string | null;
}

/** One handler's duty towards one outbox row. FAILED rows are the failed-job list; DONE makes a lost queue rebuildable. */
@Entity('outbox_delivery')
@Index('ix_delivery_state', ['state', 'updatedAt'])
export class OutboxDelivery {
  @PrimaryColumn('char', { length: 36, charset: 'ascii', collation: 'ascii_bin' }) outboxId: string;
  @Code(80, { primary: true }) handler: string;
  /** QUEUED · DONE · FAILED · REFUSED (a rule said no: no retry) · DISMISSED */
  @Code(12) state: string;
  @Int({ default: 0 }) attempts: number;
  @Text(1000, { nullable: true }) error: string | null;
  @Instant() createdAt: Date;
  @Instant() updatedAt: Date;
}

/** First answer to a mutation, so that a repeat with the same key gets it again. */
@Entity('idempotency')
@Index('ix_idempotency_age', ['createdAt'])
export class Idempotency {
  @PrimaryColumn('char', { length: 36, charset: 'ascii', collation: 'ascii_bin' }) accountId: string;
  @Code(64, { primary: true }) requestKey: string;
  @Code(80, { primary: true }) action: string;
  @Code(64) requestHash: string;
  @LongText({ nullable: true }) response: string | null;
  @Instant() createdAt: Date;
}

/** Who did what to which thing, when and why. Insert only. */
@Entity('audit_entry')
@Index('ix_audit_object', ['objectType', 'objectId', 'at'])
@Index('ix_audit_account', ['accountId', 'at'])
@Index('ix_audit_action', ['action', 'at'])
export class AuditEntry {
  @Id() id: string;
  @Instant() at: Date;
  @Ref() accountId: string;
  @Text(100) actorName: string;
  @Code(32) role: string;
  @Ref({ nullable: true }) organisationId: string | null;
  @Code(6, { nullable: true }) regionCode: string | null;
  @Code(80) action: string;
  @Code(40) objectType: string;
  @Code(64) objectId: string;
  @Text(500, { nullable: true }) reason: string | null;
  /** Changed facts, masked: never a clear identity number or phone. */
  @Json({ nullable: true }) details: unknown;
  @Code(45, { nullable: true }) ip: string | null;
  @Code(64) requestId: string;
  /** HMAC over the row, made in the same transaction: an edit before chaining shows too. */
  @Code(64) mac: string;
}

/** The chain over audit entries, appended by one sealer at a time. Insert only. */
@Entity('audit_chain')
@Index('uq_audit_chain_entry', ['entryId'], { unique: true })
export class AuditChain {
  @PrimaryColumn('bigint') seq: string;
  @Ref() entryId: string;
  @Code(64) previousHash: string;
  @Code(64) hash: string;
  @Instant() chainedAt: Date;
}

/** Append-only history of official things: one row per step, shown as the timeline on every page. */
@Entity('timeline_entry')
@Index('ix_timeline_subject', ['subjectType', 'subjectId', 'at'])
export class TimelineEntry {
  @Id() id: string;
  @Code(40) subjectType: string;
  @Ref() subjectId: string;
  @Instant() at: Date;
  @Ref() accountId: string;
  @Text(100) actorName: string;
  @Code(32) role: string;
  @Text(200, { nullable: true }) organisationName: string | null;
  @Code(60) event: string;
  @Code(40, { nullable: true }) fromState: string | null;
  @Code(40, { nullable: true }) toState: string | null;
  @Text(1000, { nullable: true }) opinion: string | null;
  @Code(60, { nullable: true }) ruleVersion: string | null;
  @Json({ nullable: true }) details: unknown;
}

/** Leases for schedules: of several workers one runs each. */
@Entity('schedule_lease')
export class ScheduleLease {
  @Code(80, { primary: true }) name: string;
  @Code(64) owner: string;
  @Instant() leaseUntil: Date;
  @Instant({ nullable: true }) lastRunAt: Date | null;
}

/** Long work people wait for: percent, counts that reconcile, cancel, result file; still there after a reload. */
@Entity('work_job')
@Index('ix_work_job_owner', ['accountId', 'createdAt'])
export class WorkJob {
  @Id() id: string;
  @Code(60) kind: string;
  @Ref() accountId: string;
  @Ref({ nullable: true }) organisationId: string | null;
  @Code(6, { nullable: true }) regionCode: string | null;
  @Text(200) title: string;
  /** WAITING · RUNNING · DONE · FAILED · CANCELLED · AWAITING_CONFIRMATION */
  @Code(24) state: string;
  @Int({ default: 0 }) total: number;
  @Int({ default: 0 }) done: number;
  @Int({ default: 0 }) failed: number;
  @Int({ default: 0 }) skipped: number;
  @Flag({ default: 0 }) cancelRequested: number;
  @Json({ nullable: true }) input: unknown;
  @Json({ nullable: true }) result: unknown;
  @Code(64, { nullable: true }) resultFileHash: string | null;
  @Text(200, { nullable: true }) resultFileName: string | null;
  @Text(1000, { nullable: true }) error: string | null;
  @Instant() createdAt: Date;
  @Instant({ nullable: true }) startedAt: Date | null;
  @Instant({ nullable: true }) finishedAt: Date | null;
}

/** A file by its content; the bytes lie in the file store under the same hash. */
@Entity('stored_file')
export class StoredFile {
  @Code(64, { primary: true }) hash: string;
  @BigInt64() size: string;
  @Code(100) mime: string;
  @Instant() createdAt: Date;
}

/** What somebody uploaded, before or after it was attached to something. */
@Entity('upload')
@Index('ix_upload_account', ['accountId', 'createdAt'])
export class Upload {
  @Id() id: string;
  @Ref() accountId: string;
  @Code(64) hash: string;
  @Text(200) name: string;
  @Code(100) mime: string;
  @BigInt64() size: string;
  @Instant() createdAt: Date;
}

export const platformEntities = [
  Outbox,
  OutboxDelivery,
  Idempotency,
  AuditEntry,
  AuditChain,
  TimelineEntry,
  ScheduleLease,
  WorkJob,
  StoredFile,
  Upload,
  SeedRun,
];
