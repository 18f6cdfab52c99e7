export default {
  title: '系统管理',
} as const;
