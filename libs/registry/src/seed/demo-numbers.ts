import { mod112CheckDigit } from '@app/kernel';

export const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** Numbers that belong to one run: identity sequences, phones, licence and certificate serials. */
export class DemoNumbers {
  private readonly sequences = new Map<string, number>();
  private serial = 0;

  /** Area 210199/140199 belongs to nobody; sequences below 11 are left to hand-made fixtures. Odd for men. */
  citizenId(province: string, birthDate: string, sex: 'M' | 'F'): string {
    const stem = `${province}0199${birthDate.replace(/-/g, '')}`;
    const n = this.sequences.get(stem + sex) ?? (sex === 'M' ? 11 : 12);
    this.sequences.set(stem + sex, n + 2);
    const first17 = stem + pad(n, 3);
    return first17 + mod112CheckDigit(first17);
  }

  phone(): string {
    return `139${pad(10_000_000 + ++this.serial, 8)}`;
  }

  /** 15 digits: level, category, province, city, county, serial (§2.10) */
  licence(level: number, category: string, countyCode: string): string {
    return `${level}${category === 'TCM' ? '41' : '11'}${countyCode}${pad(++this.serial, 6)}`;
  }

  /** Paper certificates from before the system: numbers of the old kind, never equal to one the system issues. */
  certificate(province: string, kind: string, year: string): string {
    return `${province === '21' ? 'LN' : 'SX'}-${kind === 'TRANSFER_POST' ? 'ZG' : 'SG'}-${year}-${pad(++this.serial, 5)}`;
  }
}
