import type { Lang } from '$lib/i18n';
import type { Article } from './article';

export const privacy: Record<Lang, Article> = {
  'zh-CN': {
    title: '隐私政策',
    lead: '说明我们为办理培训、考试和证书处理哪些个人信息，谁能看到，你有哪些权利。',
    updated: '本文为系统自带文本，运营单位审定后以公布的版本为准。',
    sections: [
      {
        id: 'what',
        heading: '处理哪些信息',
        list: [
          '身份与执业：姓名、身份证号、手机号、执业证书和资格证书、职称、执业机构。用于确认你是谁、是否符合报名条件。',
          '学习与考试：观看记录、签到、作答、成绩。用于计算学时和作出结业决定。',
          '证书：编号、类别、专业、签发日期和状态。用于公众核验。',
          '登录记录：时间、网络地址、设备类型。用于保护账号和依法留存日志。',
        ],
      },
      {
        id: 'who',
        heading: '谁能看到',
        list: [
          '你本人可以看到自己的全部记录。',
          '本单位管理员、培训基地和卫生健康部门只能看到办理事项所需、且在其管理范围内的信息；身份证号只显示首尾。',
          '任何人核验证书时，只看到证书状态、签发单位、专业、日期和隐去一字的姓名。',
          '查看与修改都留有记录。',
        ],
      },
      {
        id: 'safe',
        heading: '怎样保护',
        list: [
          '身份证号、手机号、证书号在数据库中加密保存。',
          '工作人员登录须使用动态码。',
          '系统、安全、审计三类管理员由不同的人担任，且不能办理业务。',
          '本网站不使用广告和第三方统计，只保存登录状态、语言和字号三项设置。',
        ],
      },
      {
        id: 'rights',
        heading: '你的权利',
        text: [
          '你可以查阅、复制、更正自己的信息。证书和考试记录按规定长期保存，不能删除，但可以申请更正。请通过本单位科教管理员或所在地卫生健康部门提出，十五个工作日内答复。',
        ],
      },
    ],
  },
  en: {
    title: 'Privacy',
    lead: 'Which personal data we process for training, exams and certificates, who sees them, and your rights.',
    updated: 'Text supplied with the system; the version approved and published by the operator prevails.',
    sections: [
      {
        id: 'what',
        heading: 'What is processed',
        list: [
          'Identity and practice: name, identity number, phone, licences, titles, institution. To know who you are and whether you are eligible.',
          'Learning and exams: what was watched, attendance, answers, scores. To count hours and decide completion.',
          'Certificates: number, kind, specialty, date, state. For public verification.',
          'Sign-in records: time, network address, kind of device. To protect the account and keep logs as the law requires.',
        ],
      },
      {
        id: 'who',
        heading: 'Who sees it',
        list: [
          'You see all of your own record.',
          'Your institution, the training base and health authorities see what their task needs, within their area; identity numbers are masked.',
          'Whoever verifies a certificate sees its state, issuer, specialty, dates and a masked name.',
          'Reading and changing are recorded.',
        ],
      },
      {
        id: 'safe',
        heading: 'How it is protected',
        list: [
          'Identity, phone and certificate numbers are encrypted in the database.',
          'Staff sign in with a second factor.',
          'System, security and audit administrators are different people without business rights.',
          'No advertising, no third-party statistics; only sign-in, language and type size are stored in your browser.',
        ],
      },
      {
        id: 'rights',
        heading: 'Your rights',
        text: [
          'You may see, copy and correct your data. Certificates and exam records are kept by regulation and cannot be deleted, but can be corrected. Ask through your institution or health authority; the answer comes within fifteen working days.',
        ],
      },
    ],
  },
};
