export default {
  title: '工作目标',
} as const;
