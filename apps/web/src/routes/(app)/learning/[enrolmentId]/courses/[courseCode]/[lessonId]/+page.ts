import type { Component } from 'svelte';
import type { Lesson, LessonKind, Standing } from '$lib/course/types';
import type { PageLoad } from './$types';

type Viewer = Component<{
  lesson: Lesson;
  autoplay?: boolean;
  onprogress?: (standing: Standing, courseCompleted: boolean) => void;
}>;

const VIEWER: Record<LessonKind, () => Promise<{ default: Viewer }>> = {
  TEXT: () => import('$lib/course/TextReader.svelte'),
  PDF: () => import('$lib/course/PdfViewer.svelte'),
  VIDEO: () => import('$lib/course/VideoPlayer.svelte'),
};

/** Only the viewer of this kind of lesson is sent. */
export const load: PageLoad = async ({ data }) => ({ ...data, Viewer: (await VIEWER[data.lesson.kind]()).default });
