// The steps of commission, base and employer: board, accreditation, class, enrolment, issuing, verification, to-dos.
import fs from 'node:fs';
import path from 'node:path';
import { Person, today, until } from './client.mjs';

const BASE = '沈阳示范康复医院';
const TYPE = 'TRANSFER_POST';

/** Heads of province, city and county of a person's main site, and whether the officer's list names the person. */
export async function board(officer, personId) {
  const ask = (regionCode) =>
    officer.ask(
      `query($r: String) { goalBoard(regionCode: $r) { asOf ruleVersion total { code physicians { union required gap } population { persons referenceDate } } rows { code physicians { union } } } }`,
      { r: regionCode },
    );
  const province = (await ask('210000')).goalBoard;
  const city = (await ask('210300')).goalBoard;
  const { workforceMembers } = await officer.ask(
    `query($d: String!) { workforceMembers(regionCode: "210302", asOf: $d, category: "PHYSICIAN", column: "CERTIFIED", limit: 100) { rows { personId } } }`,
    { d: province.asOf },
  );
  return {
    province: province.total.physicians,
    city: city.total.physicians,
    county: city.rows.find((r) => r.code === '210302').physicians,
    rule: province.ruleVersion,
    population: `${province.total.population.persons} (${province.total.population.referenceDate})`,
    listed: workforceMembers.rows.some((r) => r.personId === personId),
  };
}

export async function grantBase(officer, baseAdmin) {
  const { accreditationCandidates: found } = await officer.ask(
    'query($s: String!) { accreditationCandidates(search: $s) { id name heldTypes } }',
    { s: BASE },
  );
  const hospital = found.find((c) => c.name === BASE);
  if (hospital.heldTypes.includes(TYPE)) return 'accredited already';
  // Without accreditation no class can open: the gate is tried first.
  const refused = await openClass(baseAdmin).then(
    () => null,
    (e) => e,
  );
  if (!refused) throw new Error('a class opened without accreditation');
  const { grantAccreditation: g } = await officer.act(
    'mutation($i: GrantAccreditationInput!) { grantAccreditation(input: $i) { id plaqueNumber } }',
    {
      i: {
        institutionId: hospital.id,
        trainingType: TYPE,
        designationKind: 'REHAB_TRAINING_BASE',
        specialties: ['NEURO', 'ORTHOPAEDIC', 'CARDIOPULMONARY'],
        capacityPerYear: 60,
        validFrom: today(-500),
        decisionNumber: `辽卫认〔${today().slice(0, 4)}〕1号`,
        decisionText: '经评审，同意认定为康复医学科医师转岗培训基地。',
        opinion: '材料齐全，同意认定。',
        evidenceUploadIds: [],
      },
    },
  );
  return `refused before (${refused.code}), plaque ${g.plaqueNumber}`;
}

export async function openClass(baseAdmin) {
  const { programmes } = await baseAdmin.ask('{ programmes(province: "210000") { id code trainingType } }');
  const programme = programmes.find((p) => p.code === 'LN-TRANSFER-POST-REHAB');
  const { openTrainingClass: c } = await baseAdmin.act(
    'mutation($i: OpenTrainingClassInput!) { openTrainingClass(input: $i) { id } }',
    {
      i: {
        programmeId: programme.id,
        startsOn: today(-370),
        endsOn: today(30),
        enrolOpensOn: today(),
        enrolClosesOn: today(20),
        capacity: 5,
        note: '纸质培训转入系统，学员补录',
      },
    },
  );
  return c.id;
}

export async function applyAndConfirm(learner, employer, classId) {
  const { openClass: c } = await learner.ask(
    'query($c: String!) { openClass(id: $c) { eligibility { eligible checks { code passed } } obstacles { message } } }',
    { c: classId },
  );
  if (!c.eligibility?.eligible || c.obstacles.length) throw new Error(`not eligible: ${JSON.stringify(c)}`);
  const { applyToClass: e } = await learner.act('mutation($i: ApplyInput!) { applyToClass(input: $i) { id state } }', {
    i: { classId, statement: '申请转岗从事康复医学工作' },
  });
  // Another hospital's administrator must not even see it.
  const stranger = await Person.signedIn(learner.base, 'sy-hospital');
  const denied = await stranger
    .act('mutation($i: OpinionInput!) { confirmEnrolment(input: $i) { state } }', {
      i: { enrolmentId: e.id, opinion: 'x' },
    })
    .then(
      () => null,
      (x) => x,
    );
  if (denied?.code !== 'PLATFORM_NOT_FOUND') throw new Error(`another hospital could confirm: ${denied?.code}`);
  await employer.act('mutation($i: OpinionInput!) { confirmEnrolment(input: $i) { state } }', {
    i: { enrolmentId: e.id, opinion: '同意参加' },
  });
  return e.id;
}

export async function admit(baseAdmin, enrolmentId) {
  const { admitEnrolment: a } = await baseAdmin.act(
    'mutation($i: OpinionInput!) { admitEnrolment(input: $i) { state } }',
    { i: { enrolmentId, opinion: '同意录取' } },
  );
  return a.state;
}

const DECISION = `query($e: String!) { completionDecision(enrolmentId: $e) { eligible missing { code message } } }`;

export async function record(root, learner, baseAdmin, enrolmentId) {
  const { completionDecision: before } = await until(
    'the decision',
    30,
    () => learner.ask(DECISION, { e: enrolmentId }),
    (a) => a.completionDecision?.missing.length && a.completionDecision.missing.length <= 2,
  );
  const { examinerOrganisations } = await baseAdmin.ask(
    '{ examinerOrganisations(search: "大连示范医科大学附属医院") { id } }',
  );
  const { enrolment } = await learner.ask('query($e: String!) { enrolment(id: $e) { requirements { code met } } }', {
    e: enrolmentId,
  });
  const attest = async (input) =>
    enrolment.requirements.find((r) => r.code === input.requirementCode).met ||
    baseAdmin.act('mutation($i: AttestationInput!) { recordAttestation(input: $i) { met } }', {
      i: { enrolmentId, kind: 'RECORD', onDay: today(), ...input },
    });
  const sheet = fs.readFileSync(path.join(root, 'content/courses/rehab-foundations/lessons/04-prescription.pdf'));
  const uploadId = await baseAdmin.upload('技能考核评分表.pdf', sheet, 'application/pdf');
  await attest({ requirementCode: 'ROTATIONS', uploadId, value: '48', remark: '纸质轮转手册核对无误' });
  await attest({
    requirementCode: 'SKILLS',
    uploadId,
    value: '82',
    examinerInstitutionId: examinerOrganisations[0].id,
  });
  await until(
    'the decision',
    30,
    () => learner.ask(DECISION, { e: enrolmentId }),
    (a) => a.completionDecision.eligible,
  );
  return `was missing: ${before.missing.map((m) => m.message).join('；')} → nothing`;
}

export async function issue(officer, learner, enrolmentId, disturb) {
  await until(
    'the name on the issuing list',
    30,
    () => officer.ask('{ eligibleForCertificate(limit: 100) { rows { enrolmentId } } }'),
    (a) => a.eligibleForCertificate.rows.some((r) => r.enrolmentId === enrolmentId),
  );
  await officer.act('mutation($e: [String!]!) { signIssuing(enrolmentIds: $e) { jobId } }', { e: [enrolmentId] });
  disturb();
  const { completionDecision: d } = await until(
    'the certificate',
    60,
    () =>
      learner.ask('query($e: String!) { completionDecision(enrolmentId: $e) { certificate { id number } } }', {
        e: enrolmentId,
      }),
    (a) => a.completionDecision.certificate,
  );
  const { certificate } = await until(
    'its paper',
    60,
    () =>
      learner.ask('query($c: String!) { certificate(id: $c) { id number state verifyUrl pdf { state size } } }', {
        c: d.certificate.id,
      }),
    (a) => a.certificate.pdf.size,
  );
  const { certificatePdfLink } = await learner.ask('query($c: String!) { certificatePdfLink(id: $c) }', {
    c: certificate.id,
  });
  const pdf = Buffer.from(
    await (await fetch(learner.base + certificatePdfLink, { headers: { cookie: learner.cookie } })).arrayBuffer(),
  );
  if (pdf.subarray(0, 5).toString() !== '%PDF-') throw new Error('the paper is not a PDF');
  return { ...certificate, pdf };
}

export async function verify(base, certificate, name) {
  const stranger = new Person(base, 'anyone');
  const code = certificate.verifyUrl.split('/').at(-1);
  const { verifyCertificate: v } = await stranger.ask(
    'query($c: String!) { verifyCertificate(code: $c) { state number holderMasked } }',
    { c: code },
  );
  if (v.state !== 'ISSUED' || v.number !== certificate.number || v.holderMasked.includes(name))
    throw new Error(`verification says ${JSON.stringify(v)}`);
  const page = await fetch(`${base}/v/${code}`);
  const html = await page.text();
  if (page.status !== 200 || !html.includes(certificate.number)) throw new Error(`the page answers ${page.status}`);
  if (html.includes(name)) throw new Error('the page shows the full name');
  return `${v.holderMasked} ${v.state}, page ${page.status}`;
}

/** Each step's to-do is among the done ones of the right person, and none about this walk is open. */
export async function tasksOf({ officer, baseAdmin, employer, learner }, { enrolmentId, name }) {
  const ofThisWalk = (t) => t.link.includes(enrolmentId) || JSON.stringify(t.params).includes(name);
  const mine = async (p, state) => {
    const { myTasks } = await p.ask(
      'query($s: TaskList!) { myTasks(state: $s, limit: 100) { rows { code link params } } }',
      { s: state },
    );
    return myTasks.rows.filter((t) => p === learner || ofThisWalk(t)).map((t) => t.code);
  };
  const expected = [
    [employer, 'CONFIRM_APPLICATION'],
    [baseAdmin, 'ADMIT_APPLICANT'],
    [learner, 'START_LEARNING'],
    [officer, 'ISSUE_CERTIFICATE'],
  ];
  for (const [p, code] of expected) {
    await until(
      `the closed to-do ${code} of ${p.login}`,
      20,
      () => mine(p, 'DONE'),
      (codes) => codes.includes(code),
    );
    await until(
      `the end of all to-dos of ${p.login}`,
      20,
      () => mine(p, 'OPEN'),
      (codes) => codes.length === 0,
    );
  }
  const { enrolment } = await learner.ask(
    'query($e: String!) { enrolment(id: $e) { timeline { event actorName at } } }',
    { e: enrolmentId },
  );
  return `${expected.map(([, code]) => code).join(', ')}; timeline of ${enrolment.timeline.length} steps`;
}
