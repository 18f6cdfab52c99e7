import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { Db, type Tx } from '@app/platform';
import type { Message } from '../domain/duty';

const CHUNK = 500;
type Told = Pick<Message, 'code' | 'fact' | 'params' | 'link' | 'at'> & { accountId: string };

@Injectable()
export class NotificationStore {
  constructor(private readonly db: Db) {}

  /** Tells each addressee once; whoever holds the role on `today` is told for an office. */
  async tell(tx: Tx, messages: Message[], today: string): Promise<void> {
    const offices = messages.filter((m) => !m.to.accountId);
    const holders = offices.length ? await this.holders(tx, offices, today) : [];
    const told = messages.flatMap((m): Told[] => {
      const accounts = m.to.accountId
        ? [m.to.accountId]
        : holders
            .filter(
              (h) =>
                h.role === m.to.role &&
                (m.to.organisationId ? h.organisationId === m.to.organisationId : true) &&
                (m.to.regionCode ? h.regionCode === m.to.regionCode : true),
            )
            .map((h) => h.accountId);
      return accounts.filter((a) => !m.to.except?.includes(a)).map((accountId) => ({ ...m, accountId }));
    });
    await this.add(tx, told);
  }

  /** Adds what was not told yet, in statements of at most 500 rows. */
  async add(tx: Tx, told: Told[]): Promise<void> {
    for (let i = 0; i < told.length; i += CHUNK)
      await tx.insert(
        'notification',
        told.slice(i, i + CHUNK).map((m) => ({
          id: newId(),
          accountId: m.accountId,
          code: m.code,
          fact: m.fact,
          params: m.params,
          link: m.link,
          createdAt: m.at,
          readAt: null,
        })),
        'ignore',
      );
  }

  /** Accounts that were told of a fact. */
  async toldOf(tx: Tx, code: Message['code'], fact: string): Promise<{ accountId: string; params: unknown }[]> {
    return tx.query('SELECT account_id, params FROM notification WHERE code = ? AND fact = ?', [code, fact]);
  }

  private holders(
    tx: Tx,
    offices: Message[],
    today: string,
  ): Promise<{ accountId: string; role: string; organisationId: string | null; regionCode: string | null }[]> {
    return tx.query(
      `SELECT account_id, role, organisation_id, region_code FROM role_grant
       WHERE role IN (?) AND state = 'ACTIVE' AND starts_on <= ? AND (ends_on IS NULL OR ends_on > ?)
         AND (organisation_id IS NULL OR organisation_id IN (?)) AND (region_code IS NULL OR region_code IN (?))`,
      [
        [...new Set(offices.map((m) => m.to.role))],
        today,
        today,
        // A list that would be empty matches nothing.
        ['', ...new Set(offices.flatMap((m) => m.to.organisationId ?? []))],
        ['', ...new Set(offices.flatMap((m) => m.to.regionCode ?? []))],
      ],
    );
  }
}
