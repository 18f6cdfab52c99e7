import { Injectable } from '@nestjs/common';
import { OmitType } from '@nestjs/graphql';
import {
  type Actor,
  type ExportColumn,
  ExportsList,
  exportWord,
  type ExportWords,
  filterNote,
  type Lang,
  type ListExport,
  type RoleCode,
  type Tx,
} from '@app/platform';
import { Registry, wordOf } from '@app/registry';
import { type CertificateView, CertificatesQueries } from '../use/certificates.queries';
import { CertificateArgs } from './certificate.types';

class CertificatesFilter extends OmitType(CertificateArgs, ['offset', 'limit'] as const) {}

const STATE: ExportWords = {
  PENDING: { zh: '签发中', en: 'Being issued' },
  ISSUED: { zh: '有效', en: 'Valid' },
  VALID: { zh: '有效', en: 'Valid' },
  SUSPENDED: { zh: '已暂停', en: 'Suspended' },
  EXPIRED: { zh: '已到期', en: 'Expired' },
  CANCELLED: { zh: '已注销', en: 'Cancelled' },
  REVOKED: { zh: '已撤销', en: 'Revoked' },
  REPLACED: { zh: '已替换', en: 'Replaced' },
};
const said = (label: { zh: string; en: string }, lang: Lang) => (lang === 'en' ? label.en : label.zh);

const COLUMNS: ExportColumn<CertificateView>[] = [
  { zh: '证书编号', en: 'Number', width: 24, of: (c) => c.number },
  { zh: '证书名称', en: 'Certificate', width: 28, of: (c, lang) => said(c.snapshot.title, lang) },
  { zh: '持证人', en: 'Holder', of: (c) => c.snapshot.holder.name },
  { zh: '性别', en: 'Sex', width: 8, of: (c, lang) => wordOf('sex', c.snapshot.holder.sex, lang) },
  { zh: '公民身份号码（部分）', en: 'Citizen ID (masked)', width: 24, of: (c) => c.snapshot.holder.citizenIdMasked },
  { zh: '培训项目', en: 'Programme', width: 32, of: (c, lang) => said(c.snapshot.programme.title, lang) },
  { zh: '班级', en: 'Class', width: 28, of: (c) => c.snapshot.class.title },
  { zh: '培训基地', en: 'Base', width: 32, of: (c) => c.snapshot.base.name },
  { zh: '派出单位', en: 'Employer', width: 32, of: (c) => c.snapshot.employer.name },
  { zh: '签发机关', en: 'Issuer', width: 28, of: (c, lang) => said(c.snapshot.issuer, lang) },
  { zh: '签发日期', en: 'Issued on', kind: 'DAY', width: 12, of: (c) => c.issuedOn },
  { zh: '有效期至', en: 'Valid to', kind: 'DAY', width: 12, of: (c) => c.snapshot.validTo },
  { zh: '状态', en: 'State', width: 12, of: (c, lang) => exportWord(STATE, c.state, lang) },
  { zh: '失效日期', en: 'Ended on', kind: 'DAY', width: 12, of: (c) => c.endedOn },
  { zh: '替换后的编号', en: 'Replaced by', width: 24, of: (c) => c.replacedByNumber },
  {
    zh: '演示样本',
    en: 'Specimen',
    width: 10,
    of: (c, lang) => (c.snapshot.specimen ? wordOf('yesNo', 'YES', lang) : ''),
  },
];

@Injectable()
@ExportsList()
export class CertificatesExport implements ListExport<CertificatesFilter, CertificateView> {
  readonly code = 'certificates';
  readonly title = { zh: '已签发证书', en: 'Certificates issued' };
  readonly roles: RoleCode[] = [
    'PROVINCE_OFFICER',
    'CITY_OFFICER',
    'COUNTY_OFFICER',
    'BASE_ADMIN',
    'INSTITUTION_ADMIN',
  ];
  readonly personal = true;
  readonly filter = CertificatesFilter;
  readonly columns = COLUMNS;
  constructor(
    private readonly queries: CertificatesQueries,
    private readonly registry: Registry,
  ) {}

  page(actor: Actor, f: CertificatesFilter, page: { offset: number; limit: number }) {
    const filter = { search: f.search ?? null, kind: f.kind ?? null, state: f.state ?? null };
    return this.queries.list(actor, filter, page.offset, page.limit);
  }

  idOf(row: CertificateView): string {
    return row.id;
  }

  personOf(row: CertificateView): string {
    return row.personId;
  }

  async notes(_: Actor, f: CertificatesFilter, lang: Lang): Promise<string[]> {
    return [
      filterNote(lang, [
        ['搜索', 'search', f.search],
        ['种类', 'kind', f.kind],
        ['状态', 'state', exportWord(STATE, f.state, lang)],
      ]),
    ];
  }

  exported(tx: Tx, personIds: string[], purpose: string, who: Actor): Promise<void> {
    return this.registry.logExport(tx, personIds, purpose, who);
  }
}
