export default {
  title: '待办',
} as const;
