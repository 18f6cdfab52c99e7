export default {
  title: '课程',
} as const;
