export default {
  title: '人员与机构',
} as const;
