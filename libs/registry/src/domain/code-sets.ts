/** Enumerations of domain.md Appendix A with the words used in sheets. Pages have their own translations. */
interface Coded {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}
const set = <const T extends readonly Coded[]>(list: T) => list;
const c = <const C extends string>(code: C, zh: string, en: string) => ({ code, zh, en });

export const CODE_SETS = {
  institutionType: set([
    c('GENERAL_HOSPITAL', '综合医院', 'General hospital'),
    c('TCM_HOSPITAL', '中医医院', 'TCM hospital'),
    c('INTEGRATED_HOSPITAL', '中西医结合医院', 'Integrated TCM and Western hospital'),
    c('ETHNIC_MEDICINE_HOSPITAL', '民族医医院', 'Ethnic medicine hospital'),
    c('REHAB_HOSPITAL', '康复医院', 'Rehabilitation hospital'),
    c('REHAB_MEDICAL_CENTRE', '康复医疗中心', 'Rehabilitation medical centre'),
    c('OTHER_SPECIALTY_HOSPITAL', '其他专科医院', 'Other specialty hospital'),
    c('COMMUNITY_HEALTH_CENTRE', '社区卫生服务中心', 'Community health centre'),
    c('COMMUNITY_HEALTH_STATION', '社区卫生服务站', 'Community health station'),
    c('TOWNSHIP_HEALTH_CENTRE', '乡镇卫生院', 'Township health centre'),
    c('VILLAGE_CLINIC', '村卫生室', 'Village clinic'),
    c('CLINIC', '诊所', 'Clinic'),
    c('DISABILITY_REHAB_INSTITUTION', '残疾人康复机构', 'Disability rehabilitation institution'),
    c('CHILD_WELFARE_INSTITUTION', '儿童福利机构', 'Child welfare institution'),
    c('UNIVERSITY', '高等院校', 'University'),
    c('SPORTS_VENUE', '体育场馆', 'Sports venue'),
    c('SOCIETY', '学会协会', 'Society or association'),
    c('GOVERNMENT', '政府部门', 'Government body'),
    c('OTHER', '其他机构', 'Other institution'),
  ]),
  level: set([
    c('III', '三级', 'Level III'),
    c('II', '二级', 'Level II'),
    c('I', '一级', 'Level I'),
    c('UNGRADED', '未定级', 'Ungraded'),
  ]),
  grade: set([
    c('SPECIAL', '特等', 'Special'),
    c('A', '甲等', 'Grade A'),
    c('B', '乙等', 'Grade B'),
    c('C', '丙等', 'Grade C'),
    c('NONE', '未定等', 'No grade'),
  ]),
  ownership: set([c('PUBLIC', '公立', 'Public'), c('PRIVATE', '社会办', 'Private')]),
  adminLevel: set([
    c('PROVINCE', '省级', 'Province'),
    c('CITY', '市级', 'City'),
    c('COUNTY', '县级', 'County'),
    c('TOWNSHIP', '乡镇街道级', 'Township'),
  ]),
  sex: set([c('M', '男', 'Male'), c('F', '女', 'Female')]),
  licenceLevel: set([c('1', '执业医师', 'Licensed physician'), c('2', '执业助理医师', 'Assistant physician')]),
  category: set([
    c('CLINICAL', '临床', 'Clinical'),
    c('TCM', '中医', 'TCM'),
    c('DENTAL', '口腔', 'Dental'),
    c('PUBLIC_HEALTH', '公共卫生', 'Public health'),
  ]),
  scope: set([
    c('REHABILITATION', '康复医学专业', 'Rehabilitation medicine'),
    c('GENERAL_PRACTICE', '全科医学专业', 'General practice'),
    c('INTERNAL_MEDICINE', '内科专业', 'Internal medicine'),
    c('NEUROLOGY', '神经内科专业', 'Neurology'),
    c('SURGERY', '外科专业', 'Surgery'),
    c('ORTHOPAEDICS', '骨科专业', 'Orthopaedics'),
    c('OBSTETRICS', '妇产科专业', 'Obstetrics and gynaecology'),
    c('PAEDIATRICS', '儿科专业', 'Paediatrics'),
    c('EMERGENCY', '急救医学专业', 'Emergency medicine'),
    c('CRITICAL_CARE', '重症医学科专业', 'Critical care'),
    c('ANAESTHESIOLOGY', '麻醉专业', 'Anaesthesiology'),
    c('PSYCHIATRY', '精神卫生专业', 'Psychiatry'),
    c('OPHTHALMOLOGY', '眼耳鼻咽喉科专业', 'Ophthalmology and ENT'),
    c('DERMATOLOGY', '皮肤病与性病专业', 'Dermatology'),
    c('IMAGING', '医学影像和放射治疗专业', 'Imaging and radiotherapy'),
    c('LABORATORY', '医学检验、病理专业', 'Laboratory and pathology'),
    c('PREVENTIVE', '预防保健专业', 'Preventive care'),
    c('TCM', '中医专业', 'TCM'),
    c('INTEGRATED', '中西医结合专业', 'Integrated medicine'),
    c('DENTISTRY', '口腔专业', 'Dentistry'),
    c('PUBLIC_HEALTH', '公共卫生类别专业', 'Public health'),
    c('OTHER', '其他专业', 'Other'),
  ]),
  subject: set([
    c('REHAB_THERAPY', '康复医学治疗技术', 'Rehabilitation therapy'),
    c('TCM_REHAB_THERAPY', '中医康复治疗技术', 'TCM rehabilitation therapy'),
    c('NURSING', '护理学', 'Nursing'),
    c('IMAGING_TECHNOLOGY', '放射医学技术', 'Imaging technology'),
    c('LABORATORY_TECHNOLOGY', '临床医学检验技术', 'Laboratory technology'),
    c('PHARMACY', '药学', 'Pharmacy'),
    c('OTHER', '其他专业', 'Other'),
  ]),
  rank: set([
    c('JUNIOR_ASSISTANT', '初级（士）', 'Junior (assistant)'),
    c('JUNIOR', '初级（师）', 'Junior'),
    c('INTERMEDIATE', '中级', 'Intermediate'),
    c('ASSOCIATE_SENIOR', '副高级', 'Associate senior'),
    c('SENIOR', '正高级', 'Senior'),
  ]),
  post: set([c('REHAB', '康复岗位', 'Rehabilitation post'), c('OTHER', '其他岗位', 'Other post')]),
  siteRole: set([c('MAIN', '主要执业机构', 'Main site'), c('FILED', '备案机构', 'Filed site')]),
  unitKind: set([
    c('REHAB_DEPARTMENT', '康复医学科', 'Rehabilitation department'),
    c('REHAB_CLINIC', '康复医学科门诊', 'Rehabilitation clinic'),
    c('TRADITIONAL_REHAB_ROOM', '传统康复治疗室', 'Traditional rehabilitation room'),
    c('TCM_REHAB_ROOM', '中医康复治疗室', 'TCM rehabilitation room'),
    c('TCM_HALL', '中医馆（中医综合治疗区）', 'TCM hall'),
    c('OTHER_DEPARTMENT', '其他科室', 'Other department'),
  ]),
  designation: set([
    c('NATIONAL_TCM_REHAB_CENTRE', '国家中医康复中心', 'National TCM rehabilitation centre'),
    c('PROVINCIAL_TCM_REHAB_CENTRE', '省级中医康复中心', 'Provincial TCM rehabilitation centre'),
    c('REGIONAL_TCM_REHAB_CENTRE', '中医康复区域中心', 'Regional TCM rehabilitation centre'),
    c('DEMONSTRATION_TCM_REHAB_DEPARTMENT', '示范中医康复（医学）科', 'Demonstration TCM rehabilitation department'),
    c('STANDARD_TRADITIONAL_REHAB_ROOM', '标准化传统康复治疗室', 'Standardised traditional rehabilitation room'),
    c('STANDARD_TCM_REHAB_ROOM', '标准化中医康复治疗室', 'Standardised TCM rehabilitation room'),
    c('QC_CENTRE', '康复医疗质控中心', 'Quality control centre for rehabilitation'),
  ]),
  qcLevel: set([c('PROVINCE', '省级', 'Province'), c('CITY', '市级', 'City'), c('COUNTY', '县级', 'County')]),
  consortiumKind: set([
    c('CITY_MEDICAL_GROUP', '城市医疗集团', 'City medical group'),
    c('COUNTY_MEDICAL_COMMUNITY', '县域医共体', 'County medical community'),
    c('SPECIALTY_ALLIANCE', '专科联盟', 'Specialty alliance'),
    c('TELEMEDICINE_NETWORK', '远程医疗协作网', 'Telemedicine network'),
  ]),
  education: set([
    c('SECONDARY', '中专', 'Secondary vocational'),
    c('COLLEGE', '大专', 'College'),
    c('BACHELOR', '本科', 'Bachelor'),
    c('MASTER', '硕士研究生', 'Master'),
    c('DOCTOR', '博士研究生', 'Doctorate'),
  ]),
  leave: set([
    c('SICK', '病假', 'Sick leave'),
    c('MATERNITY', '产假', 'Maternity leave'),
    c('STUDY', '进修学习', 'Study'),
    c('SECONDMENT', '借调派出', 'Secondment'),
    c('PERSONAL', '事假', 'Personal leave'),
    c('OTHER', '其他长期离岗', 'Other long absence'),
  ]),
  yesNo: set([c('YES', '是', 'Yes'), c('NO', '否', 'No')]),
} as const;

export type CodeSetName = keyof typeof CODE_SETS;
export type CodeOf<N extends CodeSetName> = (typeof CODE_SETS)[N][number]['code'];

const bare = (text: string) => text.replace(/[\s（）()]/g, '').toLowerCase();

/** Everything a cell may say for a code: the code, the Chinese or the English word; brackets and case do not matter. */
export function codeFromWord(name: CodeSetName, word: string): string | null {
  const wanted = bare(word);
  const found = CODE_SETS[name].find((x) => [x.code, x.zh, x.en].some((y) => bare(y) === wanted));
  if (found) return found.code;
  // 中医馆 for 中医馆（中医综合治疗区）, but not 初级, which has two.
  const short = CODE_SETS[name].filter((x) => bare(x.zh.replace(/（.*?）/g, '')) === wanted);
  return short.length === 1 ? short[0]!.code : null;
}

export const wordOf = (name: CodeSetName, code: string | null, lang: 'zh-CN' | 'en' = 'zh-CN'): string => {
  const found = CODE_SETS[name].find((x) => x.code === code);
  return found ? (lang === 'en' ? found.en : found.zh) : (code ?? '');
};

const MEDICAL = new Set<string>([
  'GENERAL_HOSPITAL',
  'TCM_HOSPITAL',
  'INTEGRATED_HOSPITAL',
  'ETHNIC_MEDICINE_HOSPITAL',
  'REHAB_HOSPITAL',
  'REHAB_MEDICAL_CENTRE',
  'OTHER_SPECIALTY_HOSPITAL',
  'COMMUNITY_HEALTH_CENTRE',
  'COMMUNITY_HEALTH_STATION',
  'TOWNSHIP_HEALTH_CENTRE',
  'VILLAGE_CLINIC',
  'CLINIC',
]);
/** Whether institutions of this type hold a medical practice permit when the list does not say. */
export const medicalByType = (type: string): boolean => MEDICAL.has(type);
