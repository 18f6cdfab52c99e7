export default {
  title: '证书',
} as const;
