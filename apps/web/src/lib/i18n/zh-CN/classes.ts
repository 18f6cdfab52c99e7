export default {
  title: '班级',
} as const;
