import { DEMO_PASSWORD } from '@app/identity';
import { Db, loadConfig, type RoleCode, ROLES } from '@app/platform';
import { withApp } from './context';

const ROLE_ZH: Partial<Record<RoleCode, string>> = {
  TRAINEE: '学员',
  INSTITUTION_ADMIN: '单位科教管理员',
  BASE_ADMIN: '基地管理员',
  EXAM_OFFICER: '考务人员',
  COUNTY_OFFICER: '县级卫健工作人员',
  CITY_OFFICER: '市级卫健工作人员',
  PROVINCE_OFFICER: '省级卫健工作人员',
  SYSTEM_ADMIN: '系统管理员',
  SECURITY_ADMIN: '安全管理员',
  AUDIT_ADMIN: '审计管理员',
};

/** Columns on a terminal: a Chinese character takes two. */
const width = (s: string): number => [...s].reduce((n, c) => n + (c.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
const pad = (s: string, to: number): string => s + ' '.repeat(Math.max(0, to - width(s)));

interface Row {
  role: RoleCode;
  loginName: string;
  name: string;
  scopeName: string | null;
}

/** `kx accounts`: the demo accounts by role, officials first. In production there is nothing to print. */
export async function accountsCommand(_args: string[]): Promise<number> {
  const { profile } = loadConfig();
  if (profile !== 'demo') {
    console.log(`Demo accounts exist only in the demo profile; this one is ${profile}.`);
    return 0;
  }
  const rows = await withApp((app) =>
    app.get(Db).query<Row>(
      `SELECT g.role, a.login_name, a.name, COALESCE(i.name, r.name) AS scope_name FROM role_grant g JOIN account a ON a.id = g.account_id
       LEFT JOIN institution i ON i.id = g.organisation_id LEFT JOIN region r ON r.code = g.region_code AND r.valid_to IS NULL
       WHERE a.origin = 'DEMO' AND g.state = 'ACTIVE' AND a.login_name NOT REGEXP '-[0-9]+$' ORDER BY a.created_at, a.login_name`,
    ),
  );
  if (!rows.length) {
    console.log('The demo accounts are not loaded yet: npm run kx -- seed');
    return 1;
  }
  const order = [...ROLES].reverse().filter((r) => !r.endsWith('_ADMIN') || /^(BASE|INSTITUTION)/.test(r));
  const shown = [...order, 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'] as RoleCode[];
  const lines = shown.flatMap((role) =>
    rows.filter((r) => r.role === role).map((r) => [ROLE_ZH[role] ?? role, r.loginName, r.name, r.scopeName ?? '']),
  );
  const head = ['身份', '账号', '姓名', '范围'];
  const widths = head.map((h, i) => Math.max(width(h), ...lines.map((l) => width(l[i]!))));
  const line = (cells: string[]) =>
    '  ' +
    cells
      .map((c, i) => pad(c, widths[i]!))
      .join('  ')
      .trimEnd();
  console.log([line(head), '  ' + widths.map((w) => '─'.repeat(w)).join('  '), ...lines.map(line)].join('\n'));
  console.log(`\n  密码（全部账号）: ${DEMO_PASSWORD}`);
  return 0;
}
