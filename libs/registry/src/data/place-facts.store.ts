import { Injectable } from '@nestjs/common';
import { Db, type Param, regionPrefix } from '@app/platform';
import type { DesignationFact, InstitutionFacts, PhysicianOfDepartment, UnitFact } from '../domain/facts';

type InstitutionRow = Omit<InstitutionFacts, 'medical'> & { medical: number };
type Of<T> = T & { institutionId: string };

const RANKS = "'JUNIOR_ASSISTANT', 'JUNIOR', 'INTERMEDIATE', 'ASSOCIATE_SENIOR', 'SENIOR'";
const highest = (day: string) => `ELT(MAX(CASE WHEN t.${day} <= ? THEN FIELD(t.\`rank\`, ${RANKS}) END), ${RANKS})`;

/** The county of institution `i` on a day: the one it had before a later move, else the present one. Takes the day twice. */
export const COUNTY_ON = `COALESCE((SELECT r.county_code FROM institution_region r
  WHERE r.institution_id = i.id AND r.start_on <= ? AND r.end_on > ?), i.county_code)`;

/** Institutions of a province with what they had on a day; a constant number of statements for any number of them. */
@Injectable()
export class PlaceFactsStore {
  constructor(private readonly db: Db) {}

  /** @returns open institutions with the county they lay in on that day */
  openOn(provinceCode: string, day: string): Promise<InstitutionRow[]> {
    return this.db.query<InstitutionRow>(
      `SELECT i.id, i.name, i.uscc, i.type, i.level, i.grade, i.ownership, i.admin_level, ${COUNTY_ON} AS county_code,
              i.medical, i.opened_on AS active_from, i.closed_on
       FROM institution i WHERE i.opened_on <= ? AND (i.closed_on IS NULL OR i.closed_on > ?)
         AND ${COUNTY_ON} LIKE ? ORDER BY 9, i.id`,
      [day, day, day, day, day, day, `${regionPrefix(provinceCode)}%`],
    );
  }

  units(provinceCode: string, day: string): Promise<Of<UnitFact>[]> {
    return this.held<UnitFact>(
      'SELECT x.id, x.institution_id, x.kind, x.name, x.beds, x.start_on, x.end_on, x.recorded_at FROM institution_unit x',
      provinceCode,
      day,
    );
  }

  designations(provinceCode: string, day: string): Promise<Of<DesignationFact>[]> {
    return this.held<DesignationFact>(
      `SELECT x.id, x.institution_id, x.kind, x.level, x.region_code, x.unit_id, x.start_on, x.end_on, x.recorded_at
       FROM designation x`,
      provinceCode,
      day,
    );
  }

  private held<T>(select: string, provinceCode: string, day: string): Promise<Of<T>[]> {
    return this.db.query<Of<T>>(
      `${select} JOIN institution i ON i.id = x.institution_id
       WHERE x.start_on <= ? AND (x.end_on IS NULL OR x.end_on > ?) AND ${COUNTY_ON} LIKE ? ORDER BY x.start_on, x.id`,
      [day, day, day, day, `${regionPrefix(provinceCode)}%`],
    );
  }

  /** @see Registry.rehabDepartmentPhysicians */
  physicians(provinceCode: string, day: string): Promise<PhysicianOfDepartment[]> {
    const days: Param[] = Array.from({ length: 13 }, () => day);
    return this.db.query<PhysicianOfDepartment>(
      `SELECT s.institution_id, s.person_id, MIN(l.level) AS licence_level,
              ${highest('qualified_on')} AS qualified_rank, ${highest('appointed_on')} AS appointed_rank
       FROM practice_site s
       JOIN institution i ON i.id = s.institution_id AND i.opened_on <= ? AND (i.closed_on IS NULL OR i.closed_on > ?)
       JOIN institution_unit u ON u.institution_id = s.institution_id AND u.kind = 'REHAB_DEPARTMENT'
         AND u.start_on <= ? AND (u.end_on IS NULL OR u.end_on > ?)
         AND (s.department = u.name OR (COALESCE(s.department, '') = '' AND s.post = 'REHAB'))
       JOIN licence l ON l.person_id = s.person_id AND l.start_on <= ? AND (l.end_on IS NULL OR l.end_on > ?)
       JOIN person p ON p.id = s.person_id AND p.merged_into_id IS NULL AND (p.died_on IS NULL OR p.died_on > ?)
       LEFT JOIN professional_title t ON t.person_id = s.person_id
       WHERE s.role = 'MAIN' AND s.start_on <= ? AND (s.end_on IS NULL OR s.end_on > ?)
         AND i.type LIKE '%HOSPITAL' AND ${COUNTY_ON} LIKE ?
       GROUP BY s.institution_id, s.person_id ORDER BY s.institution_id, s.person_id`,
      [...days, `${regionPrefix(provinceCode)}%`],
    );
  }
}
