import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { canonicalJson, sha256Hex } from '@app/kernel';
import { repositoryRoot } from '@app/platform';
import type { CompletionRule, LessonKind, TwoLanguages } from '../domain/completion';
import type { Sequence } from '../domain/course-path';
import type { WatchRuleContent } from '../domain/watch-rule';

export interface ContentFile {
  path: string;
  mime: string;
  bytes: number;
  sha256: string;
}

export interface LessonContent {
  order: number;
  code: string;
  kind: LessonKind;
  title: TwoLanguages;
  expectedMinutes: number;
  completion: CompletionRule;
  pages?: number;
  durationSeconds?: number;
  width?: number;
  height?: number;
  silent?: boolean;
  file: ContentFile;
  poster?: ContentFile;
  captions?: { language: string; label: string; file: ContentFile }[];
}

export interface CourseContent {
  code: string;
  version: number;
  status: string;
  title: TwoLanguages;
  summary: TwoLanguages;
  hours: string;
  hourMinutes: number;
  completion: { rule: string; sequence: Sequence };
  sources: { path: string; source: string; editable: boolean }[];
  lessons: LessonContent[];
  source: string;
}

export interface CourseFolder {
  folder: string;
  content: CourseContent;
  /** of the whole course.json, which names every file by its hash */
  hash: string;
}

const ROOT = () => join(repositoryRoot(), 'content', 'courses');

/** Every folder of content/courses with a course.json. */
export function courseFolders(): CourseFolder[] {
  return readdirSync(ROOT(), { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => join(ROOT(), e.name))
    .map((folder) => {
      const content = JSON.parse(readFileSync(join(folder, 'course.json'), 'utf8')) as CourseContent;
      return { folder, content, hash: sha256Hex(canonicalJson(content)) };
    });
}

export const watchRules = (): WatchRuleContent[] =>
  (JSON.parse(readFileSync(join(ROOT(), 'rules.json'), 'utf8')) as { rules: WatchRuleContent[] }).rules;

/** The bytes of a file the course names. @throws Error when they are not the ones it was published with */
export function bytesOf(folder: string, file: ContentFile): Buffer {
  const path = resolve(folder, file.path);
  if (!path.startsWith(folder + sep)) throw new Error(`${file.path} lies outside its course`);
  const data = readFileSync(path);
  if (sha256Hex(data) !== file.sha256) throw new Error(`${path} does not have the content the course names (sha256)`);
  return data;
}

export const nameOf = (file: ContentFile): string => basename(file.path);
