import { Injectable } from '@nestjs/common';
import { type Actor, Db, type Seeder, Seeds, systemActor } from '@app/platform';
import { PublishFigures } from '../use/publish-figures';
import { TakeSnapshot } from '../use/take-snapshot';

const PROVINCES = [
  { regionCode: '210000', name: '辽宁省' },
  { regionCode: '140000', name: '山西省' },
];

/** Demonstration: the figures of two year ends frozen, the last one shown to the public. */
@Injectable()
@Seeds(96, 'demo', 'plans.demo-figures')
export class DemoFiguresSeeder implements Seeder {
  constructor(
    private readonly db: Db,
    private readonly snapshots: TakeSnapshot,
    private readonly publishing: PublishFigures,
  ) {}

  contentHash(): string {
    return 'demo-figures-1';
  }

  async run(): Promise<string> {
    if (await this.db.count('SELECT COUNT(*) AS n FROM figure_publication')) return 'figures are there already';
    for (const { regionCode, name } of PROVINCES) {
      const actor: Actor = { ...systemActor('演示数据', 'seed-demo-figures'), scope: { kind: 'REGION', regionCode } };
      for (const year of ['2022', '2025']) {
        const { id } = await this.snapshots.run(actor, {
          asOf: `${year}-12-31`,
          title: `${name}${year}年末康复专业人员数`,
        });
        if (year === '2025') await this.publishing.publish(actor, id, '演示：年度数据公布');
      }
    }
    return 'two year ends of two provinces, the last one published';
  }
}
