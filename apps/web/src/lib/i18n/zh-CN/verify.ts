export default {
  title: '证书核验',
} as const;
