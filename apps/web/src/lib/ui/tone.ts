import CircleAlert from '@lucide/svelte/icons/circle-alert';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import Info from '@lucide/svelte/icons/info';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { Component } from 'svelte';

/** One meaning, one look. Never colour alone: a word or an icon says the same. */
export type Tone = 'neutral' | 'brand' | 'info' | 'success' | 'warn' | 'danger';

export const TONE_SOFT: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink-soft border-line',
  brand: 'bg-brand-50 text-brand-800 border-brand-200',
  info: 'bg-info-soft text-info border-info-line',
  success: 'bg-success-soft text-success border-success-line',
  warn: 'bg-warn-soft text-warn border-warn-line',
  danger: 'bg-danger-soft text-danger border-danger-line',
};
export const TONE_TEXT: Record<Tone, string> = {
  neutral: 'text-ink-soft',
  brand: 'text-brand-700',
  info: 'text-info',
  success: 'text-success',
  warn: 'text-warn',
  danger: 'text-danger',
};
export const TONE_FILL: Record<Tone, string> = {
  neutral: 'bg-line-strong',
  brand: 'bg-brand-600',
  info: 'bg-info',
  success: 'bg-success',
  warn: 'bg-warn',
  danger: 'bg-danger',
};
export const TONE_ICON: Record<Tone, Component> = {
  neutral: Info,
  brand: Info,
  info: Info,
  success: CircleCheck,
  warn: TriangleAlert,
  danger: CircleAlert,
};
