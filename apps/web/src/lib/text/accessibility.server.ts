import type { Lang } from '$lib/i18n';
import type { Article } from './article';

export const accessibility: Record<Lang, Article> = {
  'zh-CN': {
    title: '无障碍声明',
    lead: '目标是让每个人都能独立办完自己的事，包括使用键盘、读屏软件、放大和大字的人。',
    sections: [
      {
        id: 'standard',
        heading: '依据的标准',
        text: [
          '按 WCAG 2.2 AA 级设计和检查，同时参照 GB/T 37668《信息技术 互联网内容无障碍可访问性技术要求与测试方法》和互联网应用适老化要求。每次发布前用自动工具检查所有页面，并用键盘走完主要流程。',
        ],
      },
      {
        id: 'features',
        heading: '可以这样使用',
        list: [
          '键盘：Tab 键依次移动，当前位置有醒目的边框；页面开头可“跳到正文”。',
          '长辈模式：页面上方的“大字”按钮，文字、间距和按钮一起放大；也可用浏览器放大到 200%。',
          '读屏软件：表格、图表、进度都有文字说明；每张图表旁都有同样数字的表格。',
          '颜色：状态同时用文字和图标表示，地图配色可供色觉异常者分辨。',
          '动画：遵从系统的“减少动态效果”设置。',
          '语言：中文与英文可随时切换，填写的内容不会丢失。',
        ],
      },
      {
        id: 'limits',
        heading: '已知的不足',
        list: [
          '部分上传的 PDF 课件来自培训基地，可能没有标签，读屏软件不易阅读。',
          '考试有时间限制；因残障需要延长时间的，请在报名时向基地提出。',
        ],
      },
      {
        id: 'contact',
        heading: '反馈',
        text: ['遇到使用障碍，请告诉本单位管理员或技术支持，写明页面和使用的辅助工具。'],
      },
    ],
  },
  en: {
    title: 'Accessibility',
    lead: 'Everyone should be able to finish their task unaided, by keyboard, with a screen reader, with magnification or large type.',
    sections: [
      {
        id: 'standard',
        heading: 'The standard',
        text: [
          'Designed and checked to WCAG 2.2 level AA, with GB/T 37668 and the Chinese requirements for older users. Before each release every page is checked by tool and the main journeys are walked by keyboard.',
        ],
      },
      {
        id: 'features',
        heading: 'Ways to use it',
        list: [
          'Keyboard: Tab moves on, a strong frame shows where you are, “Skip to content” comes first.',
          'Large type: the button at the top enlarges text, space and controls together; browser zoom works to 200 %.',
          'Screen readers: tables, charts and progress are described; every chart has a table of the same figures.',
          'Colour: states are told by word and icon too; map colours are safe for colour-blind readers.',
          'Motion: your system’s “reduce motion” is respected.',
          'Language: switch between Chinese and English at any time without losing what you typed.',
        ],
      },
      {
        id: 'limits',
        heading: 'Known limits',
        list: [
          'Some PDF course files come from training bases and may lack tags.',
          'Exams are timed; if you need more time because of a disability, tell the base when you apply.',
        ],
      },
      {
        id: 'contact',
        heading: 'Tell us',
        text: ['If something stands in your way, tell your administrator or support: which page, which tool.'],
      },
    ],
  },
};
