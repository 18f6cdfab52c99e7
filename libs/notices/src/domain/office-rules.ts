import { addDays, type Day, startOfDay } from '@app/kernel';
import { duty, type Duty, ending, type Message, type MessageCode, type Step, type Wanted } from './duty';
import { links } from './links';
import { dueDay, type TaskTerms } from './terms';

const later = (a: Date, b: Date): Date => (a > b ? a : b);

/** A base: what it may train today, what its classes are. */
export interface BaseView {
  institutionId: string;
  accreditations: {
    id: string;
    trainingType: string;
    typeZh: string;
    typeEn: string;
    /** null: over */
    live: { state: string; capacityPerYear: number; validFrom: Day; validTo: Day } | null;
    history: Step[];
  }[];
  /** training types of which a class is known to have been opened */
  opened: string[];
}

const BASE_NEWS: Readonly<Record<string, MessageCode>> = {
  GRANT: 'BASE_ACCREDITED',
  SUSPEND: 'BASE_SUSPENDED',
  RESTORE: 'BASE_RESTORED',
  REMOVE: 'BASE_REMOVED',
  EXPIRE: 'BASE_EXPIRED',
};

export function baseWork(b: BaseView, terms: TaskTerms, now: Date): Wanted {
  const to = { role: 'BASE_ADMIN' as const, organisationId: b.institutionId };
  const duties: Duty[] = [];
  for (const a of b.accreditations) {
    const granted = a.history.find((s) => s.event === 'GRANT');
    const params = { typeZh: a.typeZh, typeEn: a.typeEn };
    const opened = b.opened.includes(a.trainingType);
    if (opened || a.live?.state === 'ACCREDITED') {
      const from = a.live ? startOfDay(a.live.validFrom) : now;
      const opensAt = granted ? later(granted.at, from) : from;
      duties.push(
        duty({
          code: 'OPEN_CLASS',
          slot: a.trainingType,
          to,
          link: links.openClass,
          params: { ...params, capacity: a.live?.capacityPerYear ?? null },
          startedBy: granted?.accountId ?? null,
          opensAt,
          dueOn: dueDay(terms, 'OPEN_CLASS', opensAt, a.live?.validTo ?? null),
          done: opened ? { at: now, by: null, outcome: 'OPENED' } : null,
        }),
      );
    }
    if (a.live)
      duties.push(
        duty({
          code: 'RENEW_ACCREDITATION',
          slot: a.id,
          to,
          link: links.base,
          params: { ...params, validTo: a.live.validTo },
          opensAt: startOfDay(addDays(a.live.validTo, -terms.renewalReminderDays.value)),
          dueOn: a.live.validTo,
        }),
      );
  }
  const messages = b.accreditations.flatMap((a) =>
    a.history.flatMap((s): Message[] => {
      const code = BASE_NEWS[s.event];
      const params = { typeZh: a.typeZh, typeEn: a.typeEn, reason: s.opinion ?? '' };
      return code ? [{ code, fact: s.id, to, params, link: links.base, at: s.at }] : [];
    }),
  );
  return { duties: onePerSlot(duties), messages };
}

/** Of two records of one training type (an ended and a live one) the live one speaks. */
const onePerSlot = (duties: Duty[]): Duty[] => [...new Map(duties.map((d) => [`${d.code} ${d.slot}`, d])).values()];

export interface GrantView {
  id: string;
  accountId: string;
  accountName: string;
  role: string;
  scopeName: string | null;
  state: string;
  proposedBy: string | null;
  decidedBy: string | null;
  createdAt: Date;
  decidedAt: Date | null;
  endedAt: Date | null;
}

/** A role proposed by one administrator is decided by another. */
export function grantWork(g: GrantView, terms: TaskTerms): Wanted {
  if (!g.proposedBy) return { duties: [], messages: [] };
  const params = { name: g.accountName, role: g.role, scope: g.scopeName };
  const decided = g.decidedAt !== null;
  const tell = (code: MessageCode, accountId: string, at: Date, link: string): Message => ({
    code,
    fact: `${g.id}:${code}`,
    to: { role: null, accountId },
    params,
    link,
    at,
  });
  const messages: Message[] = [];
  if (decided) {
    const approved = g.state !== 'REFUSED';
    messages.push(tell(approved ? 'GRANT_APPROVED' : 'GRANT_REFUSED', g.proposedBy, g.decidedAt!, links.home));
    if (approved) messages.push(tell('ROLE_GRANTED', g.accountId, g.decidedAt!, links.home));
  }
  if (g.state === 'ENDED') messages.push(tell('ROLE_ENDED', g.accountId, g.endedAt ?? g.createdAt, links.account));
  const task = duty({
    code: 'DECIDE_GRANT',
    to: { role: 'SECURITY_ADMIN', except: [...new Set([g.proposedBy, g.accountId])] },
    link: links.grants,
    params,
    startedBy: g.proposedBy,
    opensAt: g.createdAt,
    dueOn: dueDay(terms, 'DECIDE_GRANT', g.createdAt),
    done: decided ? { at: g.decidedAt!, by: g.decidedBy, outcome: 'DECIDED' } : null,
  });
  return { duties: decided || g.state === 'PROPOSED' ? [task] : [], messages };
}

export interface EndRequestView {
  id: string;
  /** REVOKE · CANCEL */
  action: string;
  /** REQUESTED · CONFIRMED · REFUSED · WITHDRAWN */
  state: string;
  requestedBy: string;
  requestedByName: string;
  requestedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
}

export interface CertificateView {
  id: string;
  number: string;
  titleZh: string;
  titleEn: string;
  provinceCode: string;
  holderName: string;
  /** null: the holder has no account */
  holderAccountId: string | null;
  state: string;
  issuedAt: Date;
  stateSince: Date;
  fileReadyAt: Date | null;
  endRequests: EndRequestView[];
}

/** What the holder hears of a certificate, and who decides about taking it back: another than who asked (2.3.5). */
export function certificateWork(c: CertificateView, terms: TaskTerms): Wanted {
  const asked = c.endRequests.map((r) => endRequestWork(c, r, terms));
  return {
    duties: asked.map((a) => a.task),
    messages: [...holderNews(c), ...asked.flatMap((a) => (a.answer ? [a.answer] : []))],
  };
}

function holderNews(c: CertificateView): Message[] {
  if (!c.holderAccountId) return [];
  const to = { role: null, accountId: c.holderAccountId };
  const params = { number: c.number, titleZh: c.titleZh, titleEn: c.titleEn, state: c.state };
  const tell = (code: MessageCode, at: Date): Message => ({
    ...{ code, to, params, at },
    fact: `${c.id}:${code}`,
    link: links.certificate(c.id),
  });
  const over = c.state === 'REVOKED' || c.state === 'CANCELLED';
  return [
    tell('CERTIFICATE_ISSUED', c.issuedAt),
    ...(c.fileReadyAt ? [tell('CERTIFICATE_READY', c.fileReadyAt)] : []),
    ...(over ? [tell('CERTIFICATE_ENDED', c.stateSince)] : []),
  ];
}

function endRequestWork(c: CertificateView, r: EndRequestView, terms: TaskTerms): { task: Duty; answer: Message | null } {
  const params = { number: c.number, name: c.holderName, action: r.action, by: r.requestedByName };
  const link = links.managedCertificate(c.id);
  const at = r.decidedAt ?? r.requestedAt;
  const outcome = r.state === 'WITHDRAWN' ? ('WITHDRAWN' as const) : ('DECIDED' as const);
  const code = r.state === 'CONFIRMED' ? 'END_REQUEST_CONFIRMED' : r.state === 'REFUSED' ? 'END_REQUEST_REFUSED' : null;
  return {
    task: duty({
      code: 'CONFIRM_CERTIFICATE_END',
      occasion: r.id,
      to: {
        role: 'PROVINCE_OFFICER',
        regionCode: c.provinceCode,
        except: [r.requestedBy, ...(c.holderAccountId ? [c.holderAccountId] : [])],
      },
      link,
      params,
      startedBy: r.requestedBy,
      opensAt: r.requestedAt,
      dueOn: dueDay(terms, 'CONFIRM_CERTIFICATE_END', r.requestedAt),
      done: r.state === 'REQUESTED' ? null : { at, by: r.decidedBy, outcome },
    }),
    answer: code ? { code, fact: r.id, to: { role: null, accountId: r.requestedBy }, params, link, at } : null,
  };
}

/** Long work that waits for its owner's word (an import after its dry run), or did when it was looked at last. */
export interface WorkJobView {
  id: string;
  title: string;
  state: string;
  accountId: string;
  /** when it began to wait */
  since: Date;
  done: number;
  failed: number;
}

export function workJobWork(j: WorkJobView, terms: TaskTerms, now: Date): Wanted {
  const over = j.state !== 'AWAITING_CONFIRMATION';
  return {
    duties: [
      duty({
        code: 'CONFIRM_IMPORT',
        to: { role: null, accountId: j.accountId },
        link: links.job(j.id),
        params: { title: j.title, failed: j.failed },
        startedBy: j.accountId,
        opensAt: j.since,
        dueOn: dueDay(terms, 'CONFIRM_IMPORT', j.since),
        done: over
          ? { at: now, by: j.accountId, outcome: j.state === 'CANCELLED' ? 'WITHDRAWN' : 'CONFIRMED' }
          : null,
      }),
    ],
    messages: [],
  };
}

/** One to-do for all background work that was given up, while there is any. */
export function failedWorkDuties(f: { count: number; since: Date | null }, now: Date): Duty[] {
  if (!f.count) return [];
  return [
    duty({
      code: 'REVIEW_FAILED_JOBS',
      to: { role: 'SYSTEM_ADMIN' },
      link: links.failedJobs,
      params: { count: f.count },
      opensAt: f.since ?? now,
    }),
  ];
}
