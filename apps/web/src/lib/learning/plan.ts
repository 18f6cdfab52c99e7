type Words = { zh: string; en: string };

/** The plan of a programme version as the API gives it. */
export interface Plan {
  durationMonths: number;
  durationSource?: string | null;
  theoryHours: number;
  theorySource?: string | null;
  attendancePercent: number;
  rotationWeeks: number;
  rotationSource?: string | null;
  areas: { code: string; label: Words; hours: number }[];
  rotations: {
    code: string;
    label: Words;
    weeks: number;
    minLogbookCases?: number | null;
    minDops?: number | null;
    exitPassPercent: number;
    mustSee: string[];
    mustDo: string[];
  }[];
}
