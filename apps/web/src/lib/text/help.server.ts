import type { Lang } from '$lib/i18n';
import type { Article } from './article';

export const help: Record<Lang, Article> = {
  'zh-CN': {
    title: '使用帮助',
    lead: '按身份列出最常办的事。每一步的页面上也会写明下一步由谁办理。',
    sections: [
      {
        id: 'officer',
        heading: '卫生健康部门工作人员',
        steps: [
          '登录后进入“工作台”，先看到等你办理的事和本地区离目标的差距。',
          '打开“目标”：按地市查看每 10 万人口的康复医师、治疗师数。地图和表格是同一组数；数字旁写明计算规则和所用人口。',
          '点数字可看到名单；“导出 Excel”得到与页面一致的表格。',
          '在“基地认定”中核定专业和年度名额。没有有效认定或名额已满的基地不能开班。',
          '同一件事的提出人与审批人不能是同一人；撤销、更正都要写明原因，并保留在办理记录中。',
        ],
      },
      {
        id: 'base',
        heading: '基地管理员',
        steps: [
          '在“基地”查看认定的专业、名额和有效期。',
          '在“班级”从培训方案新建班级，填写时间和人数后开放报名。',
          '用人单位确认后，在班级中录取学员。',
          '结业前，系统逐人列出还缺哪些条件。',
        ],
      },
      {
        id: 'institution',
        heading: '用人单位科教管理员',
        steps: [
          '在“报名确认”中核对本单位人员的报名。',
          '在“人员”下载模板，或直接上传已有的 Excel 表格。',
          '系统先试算：写明哪几行可以导入、哪几行要改、怎么改。确认后才正式导入，重复导入不会产生重复人员。',
        ],
      },
      {
        id: 'learner',
        heading: '医师与治疗师',
        steps: [
          '在“选课报名”打开一个班，页面逐项告诉你是否符合条件。',
          '报名后等待单位确认和基地录取，进度在班级页上能看到。',
          '在“我的学习”接着上次的位置学习。第一次观看不能拖到没看过的地方；看完后可以自由回看。',
          '在“我的考试”进入考场。每次作答都会自动保存；断网时答案存在本机，恢复后自动上传，不要关闭页面。',
          '条件齐备后证书自动签发，在“我的证书”下载。',
        ],
      },
      {
        id: 'public',
        heading: '核验证书',
        text: ['不需要账号。扫描证书上的二维码，或输入证书编号和持证人姓名。页面先显示证书是有效、已过期还是已撤销。'],
        link: { href: '/verify', label: '去核验' },
      },
      {
        id: 'trouble',
        heading: '遇到问题',
        list: [
          '看不到某个页面：在右上角查看当前身份，有多个身份时可以直接切换。',
          '忘记密码、换手机号：请联系本单位科教管理员或所在地卫生健康部门。',
          '字太小：点页面上方的“长辈模式”，整页放大。',
          '页面提示遇到问题：把页面上的编号告诉技术支持，能更快查到原因。',
        ],
      },
    ],
  },
  en: {
    title: 'Help',
    lead: 'What people do most, by role. Each page also says whose turn is next.',
    sections: [
      {
        id: 'officer',
        heading: 'Health authority officers',
        steps: [
          'After signing in, the desk shows what waits for you and how far your area is from the goal.',
          'Goals: physicians and therapists per 100,000 residents by city. Map and table show the same figures; the rule and the population used stand beside them.',
          'A number opens the list behind it; “Export to Excel” gives the same figures as a sheet.',
          'In base accreditation, set specialties and yearly places. A base without a valid accreditation or free places cannot open a class.',
          'Nobody approves their own proposal. Revocations and corrections need a reason, kept in the history.',
        ],
      },
      {
        id: 'base',
        heading: 'Base administrators',
        steps: [
          'Base: accredited specialties, places, validity.',
          'Classes: open a class from a programme, set dates and places, open applications.',
          'After the employer has confirmed, admit applicants in the class.',
          'Before completion, each person’s missing conditions are listed.',
        ],
      },
      {
        id: 'institution',
        heading: 'Institution administrators',
        steps: [
          'Confirm applications of your staff.',
          'In People, download the template or upload the Excel sheet you already have.',
          'A trial run says which rows can be imported, which need a change, and what. Nothing is written until you confirm; importing twice creates no duplicates.',
        ],
      },
      {
        id: 'learner',
        heading: 'Physicians and therapists',
        steps: [
          'Open a class under Find a class; it says item by item whether you are eligible.',
          'After applying, your employer confirms and the base admits; the class page shows where it is.',
          'My learning continues where you stopped. On first viewing you cannot jump past what you have seen; afterwards you can.',
          'My exams leads into the exam. Every answer is saved; if the network drops, answers stay on the device and are sent later. Do not close the page.',
          'When every condition is met the certificate is issued; download it under My certificates.',
        ],
      },
      {
        id: 'public',
        heading: 'Verify a certificate',
        text: [
          'No account needed. Scan the code on the certificate, or enter its number and the holder’s name. The page first says whether it is valid, expired or revoked.',
        ],
        link: { href: '/verify', label: 'Verify now' },
      },
      {
        id: 'trouble',
        heading: 'If something goes wrong',
        list: [
          'A page is missing: look at your role at the top right; if you have several, switch there.',
          'Password forgotten, phone changed: ask the administrator of your institution or your health authority.',
          'Type too small: “Large type” at the top enlarges everything.',
          'A page reports a problem: give support the reference shown, it leads to the cause.',
        ],
      },
    ],
  },
};
