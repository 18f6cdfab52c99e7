import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type Day, dayOf } from '@app/kernel';
import { type Actor, CLOCK, Files, notFound, type PageOf, type TimelineRow, Timelines } from '@app/platform';
import { fail } from '../credentials.errors';
import { certificatesOf, issuingOf } from '../credentials.policy';
import { type CertificateFilter, type CertificateRow, CertificateStore } from '../data/certificate.store';
import { type EndRequestRow, EndRequestStore } from '../data/end-request.store';
import { type CertificateState, stateOn } from '../domain/certificate-lifecycle';
import { RenderCertificate } from './render-certificate';

/** A certificate with the state people are told today. */
export type CertificateView = Omit<CertificateRow, 'state'> & { state: CertificateState };

export type EndRequestView = EndRequestRow;

export interface CertificateDetail extends CertificateView {
  pdf: { state: 'READY' | 'PREPARING' | 'FAILED'; size: number | null; renderedAt: Date | null; error: string | null };
  requests: EndRequestRow[];
  history: TimelineRow[];
}

@Injectable()
export class CertificatesQueries {
  constructor(
    private readonly certificates: CertificateStore,
    private readonly requests: EndRequestStore,
    private readonly render: RenderCertificate,
    private readonly timelines: Timelines,
    private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async mine(actor: Actor): Promise<CertificateView[]> {
    if (!actor.personId) return [];
    return (await this.certificates.ofPerson(actor.personId)).map((c) => this.view(c));
  }

  async list(actor: Actor, f: CertificateFilter, offset: number, limit: number): Promise<PageOf<CertificateView>> {
    const { rows, total } = await this.certificates.list(certificatesOf(actor), f, this.day(), offset, limit);
    return { rows: rows.map((c) => this.view(c)), total };
  }

  /** @throws PLATFORM_NOT_FOUND */
  async detail(actor: Actor, id: string): Promise<CertificateDetail> {
    const c = await this.inScope(actor, id);
    const [file, requests, history] = await Promise.all([
      this.render.ensure(actor, id),
      this.requests.of(id),
      this.timelines.of('certificate', id),
    ]);
    const officer = actor.role === 'PROVINCE_OFFICER';
    const mine = requests.filter((r) => officer || r.requestedBy === actor.accountId);
    const state = file?.state === 'READY' ? 'READY' : file?.state === 'FAILED' ? 'FAILED' : 'PREPARING';
    return {
      ...this.view(c),
      pdf: {
        state,
        size: file?.size ? Number(file.size) : null,
        renderedAt: file?.renderedAt ?? null,
        error: officer ? (file?.error ?? null) : null,
      },
      requests: mine,
      // An accusation that is still being looked into is not shown to others before it is decided.
      history: officer ? history : history.filter((h) => h.toState !== null),
    };
  }

  /** A short-lived address of the PDF, for this account only. @throws PLATFORM_NOT_FOUND, CREDENTIALS_PDF_NOT_READY */
  async pdfLink(actor: Actor, id: string, inline: boolean): Promise<string> {
    const c = await this.inScope(actor, id);
    const file = await this.render.ensure(actor, id);
    if (file?.state !== 'READY') throw fail('CREDENTIALS_PDF_NOT_READY');
    return this.files.link({
      hash: file.hash!,
      name: `${c.snapshot.title.zh}-${c.number}.pdf`,
      mime: 'application/pdf',
      accountId: actor.accountId,
      inline,
    });
  }

  openRequests(actor: Actor): Promise<(EndRequestRow & { number: string; holderName: string })[]> {
    return this.requests.open(issuingOf(actor, 'c.province_code'));
  }

  private async inScope(actor: Actor, id: string): Promise<CertificateRow> {
    const c = await this.certificates.inScope(id, certificatesOf(actor));
    if (!c) throw notFound();
    return c;
  }

  private view(c: CertificateRow): CertificateView {
    return { ...c, state: stateOn(c, this.day()) };
  }

  private day(): Day {
    return dayOf(this.clock.now());
  }
}
