import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';
import { buildCertificateNumber } from '../domain/certificate-number';

/** Gives out certificate numbers. */
@Injectable()
export class CounterStore {
  /**
   * The next `count` numbers of a series, in order. The counter's row stays locked until the transaction ends, so that
   * numbers given up by a roll-back are given out again and no gap remains (R8). A number the registry already knows
   * from elsewhere is passed over, and the gap explained.
   * @throws DomainError CREDENTIALS_NUMBER_PART when the series is used up
   */
  async take(tx: Tx, series: { province: string; kind: string; year: number }, count: number): Promise<string[]> {
    if (count === 0) return [];
    const key = [series.province, series.kind, series.year];
    await tx.execute(
      'INSERT INTO cert_counter (province, kind, year, last_sequence) VALUES (?, ?, ?, 0) ON DUPLICATE KEY UPDATE last_sequence = last_sequence',
      key,
    );
    const row = await tx.one<{ lastSequence: number }>(
      'SELECT last_sequence FROM cert_counter WHERE province = ? AND kind = ? AND year = ? FOR UPDATE',
      key,
    );
    let last = row!.lastSequence;
    const numbers: string[] = [];
    while (numbers.length < count) {
      const wanted = count - numbers.length;
      const candidates = Array.from({ length: wanted }, (_, i) =>
        buildCertificateNumber({ ...series, sequence: last + 1 + i }),
      );
      last += wanted;
      const taken = await this.taken(tx, candidates);
      numbers.push(...candidates.filter((n) => !taken.has(n)));
      await tx.insert(
        'cert_number_gap',
        [...taken].map((number) => ({ number, reason: 'TAKEN_IN_REGISTRY', recordedAt: tx.now })),
        'ignore',
      );
    }
    await tx.execute('UPDATE cert_counter SET last_sequence = ? WHERE province = ? AND kind = ? AND year = ?', [
      last,
      ...key,
    ]);
    return numbers;
  }

  private async taken(tx: Tx, numbers: string[]): Promise<Set<string>> {
    const rows = await tx.query<{ number: string }>('SELECT number FROM training_certificate WHERE number IN (?)', [
      numbers,
    ]);
    return new Set(rows.map((r) => r.number));
  }
}
