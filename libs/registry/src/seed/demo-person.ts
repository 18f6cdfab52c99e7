interface DemoSite {
  institutionId: string;
  role: 'MAIN' | 'FILED';
  department: string;
  post: 'REHAB' | 'OTHER';
  startOn: string;
  endOn: string | null;
  endReason: string | null;
}

/** What the generator makes of one made-up person. Days are half-open intervals. */
export interface DemoPerson {
  key: string;
  name: string;
  sex: 'M' | 'F';
  citizenId: string;
  birthDate: string;
  phone: string;
  diedOn: string | null;
  licence: {
    level: 1 | 2;
    category: 'CLINICAL' | 'TCM';
    number: string;
    startOn: string;
    endOn: string | null;
    scopes: { scope: string; startOn: string; endOn: string | null }[];
    suspension: { startOn: string; endOn: string | null; reason: string } | null;
  } | null;
  qualification: { rank: string; obtainedOn: string } | null;
  residencyOn: string | null;
  certificate: { kind: 'TRANSFER_POST' | 'INDUCTION'; number: string; issuedOn: string; validTo: string | null } | null;
  title: { title: string; rank: string; qualifiedOn: string; appointedOn: string | null };
  sites: DemoSite[];
}
