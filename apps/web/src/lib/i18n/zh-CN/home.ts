export default { title: '首页' } as const;
