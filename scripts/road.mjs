// npm run road: the whole road by API on a running system, each step with its time.
//   --base URL   where it runs (default http://localhost:3000)     --learner LOGIN   who walks (default: the first who has not)
//   --kill-worker PIDFILE   kill -9 the worker while it issues                       --save FILE   keep the certificate's PDF
//   --enrolment ID   go on with a walk that stopped after the exam
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Person, today, until } from './road/client.mjs';
import { scheduleExam, sitExam, takeCourse } from './road/learning.mjs';
import { admit, applyAndConfirm, board, grantBase, issue, openClass, record, tasksOf, verify } from './road/office.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: {
    base: { type: 'string', default: `http://localhost:${process.env.KX_PORT ?? 3000}` },
    learner: { type: 'string' },
    'kill-worker': { type: 'string' },
    save: { type: 'string' },
    enrolment: { type: 'string' },
  },
});
const { base } = values;
const started = performance.now();
let number = 0;

async function step(title, fn) {
  const t = performance.now();
  process.stdout.write(`${String(++number).padStart(2)}  ${title} … `);
  const tell = (s) =>
    process.stdout.isTTY && process.stdout.write(`\r\x1b[K${String(number).padStart(2)}  ${title} … ${s}`);
  const said = await fn(tell);
  console.log(
    `${process.stdout.isTTY ? `\r\x1b[K${String(number).padStart(2)}  ${title} … ` : ''}${said}  (${((performance.now() - t) / 1000).toFixed(1)} s)`,
  );
}

/** The first demo clinician without an enrolment. */
async function freshLearner() {
  const logins = values.learner
    ? [values.learner]
    : ['lin', ...Array.from({ length: 30 }, (_, i) => `as-${String(i + 1).padStart(2, '0')}`)];
  for (const login of logins) {
    const person = await (await Person.signedIn(base, login)).inRole('TRAINEE');
    if (values.enrolment || !(await person.ask('{ myEnrolments { id } }')).myEnrolments.length) return person;
  }
  throw new Error('Every demo clinician has walked already; start with a fresh KX_DATA_DIR.');
}

async function main() {
  const officer = await Person.signedIn(base, 'ln-province');
  const baseAdmin = await (await Person.signedIn(base, 'base-admin')).inRole('BASE_ADMIN');
  const employer = await Person.signedIn(base, 'as-hospital');
  const learner = await freshLearner();
  const { viewer } = await learner.ask('{ viewer { name personId } }');
  const walk = { name: viewer.name };

  await step('the officer opens the goal page', async () => {
    walk.before = await board(officer, viewer.personId);
    const p = walk.before.province;
    return `need ${p.required}, count ${p.union}, gap ${p.gap}; rule ${walk.before.rule}, population ${walk.before.population}`;
  });
  walk.enrolmentId = values.enrolment;
  if (!walk.enrolmentId) {
    await step('she accredits the hospital', () => grantBase(officer, baseAdmin));
    await step('the base opens a class', async () => {
      walk.classId = await openClass(baseAdmin);
      return `class ${walk.classId.slice(-8)}`;
    });
    await step(`${viewer.name} sees why she is eligible, applies; the employer confirms`, async () => {
      walk.enrolmentId = await applyAndConfirm(learner, employer, walk.classId);
      return 'confirmed';
    });
    await step('the base admits', () => admit(baseAdmin, walk.enrolmentId));
    await step('the course: texts, a PDF and a film, time counted by the server', (tell) =>
      takeCourse(learner, walk.enrolmentId, 'REHAB-FOUNDATIONS', tell),
    );
    await step('the exam', async () => {
      const r = await sitExam(
        root,
        learner,
        await scheduleExam(base, `结业理论考试 ${today()} ${walk.enrolmentId.slice(-4)}`),
      );
      return `${r.count} questions (${r.types}), ${r.score}, ${r.passed ? 'passed' : 'not passed'}, receipt ${r.receipt}`;
    });
  }
  await step('what is still missing is listed; the base records rotations and skills', () =>
    record(root, learner, baseAdmin, walk.enrolmentId),
  );
  await step('the officer signs; a job issues the certificate', async () => {
    walk.certificate = await issue(officer, learner, walk.enrolmentId, () => {
      const file = values['kill-worker'];
      if (!file) return;
      const pid = Number(fs.readFileSync(file, 'utf8').match(/\d+/)[0]);
      process.kill(pid, 'SIGKILL');
      process.stdout.write(`[worker ${pid} killed] `);
    });
    if (values.save) fs.writeFileSync(values.save, walk.certificate.pdf);
    return walk.certificate.number;
  });
  await step('anyone verifies it, without an account', () => verify(base, walk.certificate, viewer.name));
  await step('county, city and province rise by one, once', async () => {
    const after = await until(
      'the count',
      30,
      () => board(officer, viewer.personId),
      (a) => a.province.union > walk.before.province.union,
    );
    for (const level of ['county', 'city', 'province'])
      if (after[level].union !== walk.before[level].union + 1)
        throw new Error(`${level}: ${walk.before[level].union} → ${after[level].union}`);
    return `province ${walk.before.province.union} → ${after.province.union}, city → ${after.city.union}, county → ${after.county.union}; listed: ${after.listed}`;
  });
  await step('every step left its to-do with the right person and closed it', () =>
    tasksOf({ officer, baseAdmin, employer, learner }, walk),
  );
  console.log(`\nThe road is walked: ${number} steps in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

main().catch((e) => {
  console.log('failed');
  console.error(`\n${e.message}`);
  process.exitCode = 1;
});
