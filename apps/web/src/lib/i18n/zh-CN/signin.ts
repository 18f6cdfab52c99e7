export default { title: '登录' } as const;
