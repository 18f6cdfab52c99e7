import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, type Reason } from '@app/kernel';
import { type Actor, CLOCK, Db } from '@app/platform';

export interface Concerned {
  personId: string;
  personName: string;
  baseInstitutionId: string;
  employerInstitutionId: string;
}

/** Institutions an officer belongs to, with their names. */
export interface OwnTies {
  personId: string | null;
  organisations: Map<string, string>;
}

/** Nobody decides about themself or about people of their own organisation (§5, separation of duties). */
@Injectable()
export class OfficerDuty {
  constructor(
    private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Where the officer works, and organisations the account holds another role for. */
  async ties(actor: Actor): Promise<OwnTies> {
    const day = dayOf(this.clock.now());
    const rows = await this.db.query<{ id: string; name: string }>(
      `SELECT i.id, i.name FROM institution i WHERE i.id IN (
         SELECT s.institution_id FROM practice_site s WHERE s.person_id = ? AND s.live = 1 AND s.start_on <= ? AND (s.end_on IS NULL OR s.end_on > ?)
         UNION SELECT g.organisation_id FROM role_grant g WHERE g.account_id = ? AND g.organisation_id IS NOT NULL AND g.state = 'ACTIVE'
           AND g.starts_on <= ? AND (g.ends_on IS NULL OR g.ends_on > ?))`,
      [actor.personId, day, day, actor.accountId, day, day],
    );
    return { personId: actor.personId, organisations: new Map(rows.map((r) => [r.id, r.name])) };
  }

  /** Why this officer must not act for this person; null when nothing stands against it. */
  conflict(ties: OwnTies, c: Concerned): Reason | null {
    if (ties.personId && ties.personId === c.personId) {
      return { code: 'CREDENTIALS_OWN_PERSON', params: { name: c.personName } };
    }
    const organisation = ties.organisations.get(c.employerInstitutionId) ?? ties.organisations.get(c.baseInstitutionId);
    return organisation ? { code: 'CREDENTIALS_OWN_ORGANISATION', params: { name: c.personName, organisation } } : null;
  }
}
