import { Injectable } from '@nestjs/common';
import type { Day } from '@app/kernel';
import type { Tx } from '@app/platform';
import { CODE_SETS, type PersonFacts, Registry, type SiteFact } from '@app/registry';
import { EnrolmentStore } from '../data/enrolment.store';
import type { EligibilityFacts } from '../domain/eligibility';
import type { TwoLanguages } from '../domain/programme';

const SCOPE_WORDS = new Map<string, TwoLanguages>(CODE_SETS.scope.map((s) => [s.code, { zh: s.zh, en: s.en }]));

export interface Applicant {
  facts: EligibilityFacts;
  name: string;
  mainSite: SiteFact | undefined;
}

/** Gathers what the eligibility checks look at: the registry's facts and this capability's own enrolments. */
@Injectable()
export class EligibilityFactsReader {
  constructor(
    private readonly registry: Registry,
    private readonly enrolments: EnrolmentStore,
  ) {}

  async of(personId: string, day: Day): Promise<Applicant | undefined> {
    const person = await this.registry.personFactsWhole(personId);
    return person && this.shape(person, day, await this.enrolments.programmesOf(personId));
  }

  async ofTx(tx: Tx, personId: string, day: Day): Promise<Applicant | undefined> {
    const person = await this.registry.personFactsWhole(personId, tx);
    return person && this.shape(person, day, await this.enrolments.programmesOf(personId, tx));
  }

  private shape(p: PersonFacts, day: Day, programmes: EligibilityFacts['programmes']): Applicant {
    return {
      name: p.name,
      mainSite: this.registry.mainSite(p, day),
      facts: {
        licences: p.licences.map((l) => ({
          ...l,
          scopes: l.scopes.map((s) => ({ ...s, label: SCOPE_WORDS.get(s.scope) })),
        })),
        sites: p.sites.map((s) => ({ ...s, closedOn: s.institutionClosedOn ?? null })),
        certificates: p.certificates,
        residencies: p.residencies,
        qualifications: p.qualifications,
        diedOn: p.diedOn,
        mergedIntoId: p.mergedIntoId,
        programmes,
      },
    };
  }
}
