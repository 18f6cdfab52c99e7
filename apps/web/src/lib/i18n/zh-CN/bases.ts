export default {
  title: '培训基地',
} as const;
