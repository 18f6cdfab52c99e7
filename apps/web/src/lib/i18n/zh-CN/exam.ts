export default {
  title: '考试',
} as const;
