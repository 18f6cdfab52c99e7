import { defineErrors } from '@app/kernel';
import { errorsOf } from '@app/platform';

export const registryErrors = defineErrors({
  REGISTRY_CERTIFICATE_NUMBER_TAKEN: {
    zh: '证书编号 {number} 已登记在案，没有重复登记。请核对编号。',
    en: 'Certificate number {number} is already on record and was not recorded again. Check the number.',
  },
  REGISTRY_CERTIFICATE_UNKNOWN: {
    zh: '没有登记过编号为 {number} 的证书，未作任何改动。',
    en: 'No certificate {number} is on record; nothing was changed.',
    http: 404,
  },
  REGISTRY_PERSON_TAKEN: {
    zh: '这个公民身份号码已有档案，一人一档，没有新建。请在人员名册中查找。',
    en: 'A record with this citizen identity number exists (one person, one record); nothing was created. Look it up in the list of people.',
  },
  REGISTRY_NO_OWN_RECORD: {
    zh: '你的账号还没有关联人员档案。请联系本单位管理员，在人员名册中登记后再关联。',
    en: 'Your account is not linked to a person record yet. Ask your institution’s administrator to register and link it.',
    http: 404,
  },
  REGISTRY_IMPORT_STATE: {
    zh: '这次导入目前处于“{state}”，不能执行这一步。名册没有变化，请刷新查看最新状态。',
    en: 'This import is in state {state}, so this step is not possible. The registry was not changed; refresh to see the present state.',
  },
  REGISTRY_IMPORT_HAS_FAULTS: {
    zh: '还有 {count} 行有问题，“全部放弃或全部导入”方式下没有写入任何数据。请改正这些行，或选择“只导入正确行”。',
    en: '{count} rows have faults; with “all or nothing” nothing was written. Correct them, or choose “only valid rows”.',
  },
  REGISTRY_IMPORT_NOTHING_VALID: {
    zh: '没有可以导入的行，名册没有变化。请改正后再确认，或重新上传。',
    en: 'There is no row to import; the registry was not changed. Correct the rows or upload again.',
  },
  REGISTRY_IMPORT_KIND: {
    zh: '你的身份不能导入这一类。机构只能导入本单位的人员和科室，人口数据由省级导入。',
    en: 'Your role cannot import this kind. Institutions import their own people and units, population figures the province.',
    http: 403,
  },
  REGISTRY_IMPORT_FILE: {
    zh: '请上传 .xlsx 或 .csv 表格。旧版 .xls 请另存为 .xlsx 后再传。',
    en: 'Upload an .xlsx or .csv table. Save an old .xls as .xlsx first.',
    http: 400,
  },
});
export const fail = errorsOf(registryErrors);
