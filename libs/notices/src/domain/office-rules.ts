import { addDays, type Day, startOfDay } from '@app/kernel';
import { duty, type Duty, type Message, type MessageCode, type Step, type Wanted } from './duty';
import { links } from './links';
import { dueDay, type TaskTerms } from './terms';
import { type TurnRule, turns } from './turn-rules';

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

export interface CertificateView {
  id: string;
  number: string;
  titleZh: string;
  titleEn: string;
  provinceCode: string;
  holderName: string;
  /** null: the holder has no account */
  holderAccountId: string | null;
  /** the news said its paper can be had */
  rendered: boolean;
  history: Step[];
}

const END_ASKED = ['credentials.revocation-requested', 'credentials.cancellation-requested'];
const ENDED: Readonly<Record<string, string>> = {
  'credentials.revoked': 'REVOKED',
  'credentials.cancelled': 'CANCELLED',
};

/** A certificate taken back: asked for by one officer, decided by another (2.3.5). */
const END_RULE: TurnRule<CertificateView> = {
  code: 'CONFIRM_CERTIFICATE_END',
  opens: END_ASKED,
  closes: {
    'credentials.revoked': 'DECIDED',
    'credentials.cancelled': 'DECIDED',
    'credentials.end-refused': 'DECIDED',
    'credentials.end-withdrawn': 'WITHDRAWN',
  },
  to: (c, asked) => ({
    role: 'PROVINCE_OFFICER',
    regionCode: c.provinceCode,
    except: [asked.accountId, ...(c.holderAccountId ? [c.holderAccountId] : [])],
  }),
  link: (c) => links.managedCertificate(c.id),
  params: (c, asked) => ({
    number: c.number,
    name: c.holderName,
    by: asked.actorName,
    action: asked.event === END_ASKED[0] ? 'REVOKE' : 'CANCEL',
  }),
  startedBy: (_, asked) => asked.accountId,
};

/** What the holder hears of a certificate, and who decides about taking it back. */
export function certificateWork(c: CertificateView, terms: TaskTerms, now: Date): Wanted {
  return {
    duties: turns(END_RULE, c.history, c, terms),
    messages: [...holderNews(c, now), ...answers(c)],
  };
}

function holderNews(c: CertificateView, now: Date): Message[] {
  if (!c.holderAccountId) return [];
  const to = { role: null, accountId: c.holderAccountId };
  const tell = (code: MessageCode, at: Date, state: string): Message => ({
    ...{ code, to, at },
    fact: `${c.id}:${code}`,
    params: { number: c.number, titleZh: c.titleZh, titleEn: c.titleEn, state },
    link: links.certificate(c.id),
  });
  return [
    ...c.history.flatMap((s) => {
      if (s.event === 'credentials.issued') return [tell('CERTIFICATE_ISSUED', s.at, 'ISSUED')];
      const state = ENDED[s.event];
      return state ? [tell('CERTIFICATE_ENDED', s.at, state)] : [];
    }),
    ...(c.rendered ? [tell('CERTIFICATE_READY', now, 'ISSUED')] : []),
  ];
}

/** Whoever asked hears how it was decided. */
function answers(c: CertificateView): Message[] {
  return c.history.flatMap((s, i): Message[] => {
    const confirmed = s.event in ENDED;
    if (!confirmed && s.event !== 'credentials.end-refused') return [];
    const asked = c.history.slice(0, i).findLast((x) => END_ASKED.includes(x.event));
    if (!asked) return [];
    return [
      {
        code: confirmed ? 'END_REQUEST_CONFIRMED' : 'END_REQUEST_REFUSED',
        fact: s.id,
        to: { role: null, accountId: asked.accountId },
        params: END_RULE.params(c, asked),
        link: links.managedCertificate(c.id),
        at: s.at,
      },
    ];
  });
}

/** Long work that waits for its owner's word (an import after its dry run), or did when it was looked at last. */
export interface WorkJobView {
  id: string;
  title: string;
  state: string;
  accountId: string;
  /** the import it belongs to */
  importId: string | null;
  /** when it began to wait */
  since: Date;
  failed: number;
}

export function workJobWork(j: WorkJobView, terms: TaskTerms, now: Date): Wanted {
  const over = j.state !== 'AWAITING_CONFIRMATION';
  return {
    duties: [
      duty({
        code: 'CONFIRM_IMPORT',
        to: { role: null, accountId: j.accountId },
        link: j.importId ? links.import(j.importId) : links.jobs,
        params: { title: j.title, failed: j.failed },
        startedBy: j.accountId,
        opensAt: j.since,
        dueOn: dueDay(terms, 'CONFIRM_IMPORT', j.since),
        done: over ? { at: now, by: j.accountId, outcome: j.state === 'CANCELLED' ? 'WITHDRAWN' : 'CONFIRMED' } : null,
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
