import { number } from '$lib/i18n';
import { base, DASHES, escapeHtml, fontSize, SERIES, token } from './theme';

export interface ChartSeries {
  name: string;
  /** One per category; `null` leaves a gap. */
  values: (number | null)[];
}
export interface SeriesChart {
  categories: string[];
  series: ChartSeries[];
  unit: string;
  /** The goal line. */
  target?: { value: number; label: string };
  digits?: number;
  /** Bars lying down: many long Chinese names. */
  horizontal?: boolean;
}

/** One option for bars and lines: same axes, same words, same colours. */
export function seriesOption(kind: 'bar' | 'line', chart: SeriesChart) {
  const { categories, series, unit, target, digits = 0, horizontal = false } = chart;
  const show = (value: unknown) =>
    typeof value === 'number' ? `${number(value, { maximumFractionDigits: digits })} ${unit}` : '—';
  const text = { color: token('ink-soft'), fontSize: fontSize() };
  const category = {
    type: 'category',
    data: categories,
    inverse: horizontal,
    axisLabel: { ...text, hideOverlap: true },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: token('line-strong') } },
  };
  const amount = {
    type: 'value',
    name: horizontal ? '' : unit,
    nameTextStyle: text,
    axisLabel: text,
    splitLine: { lineStyle: { color: token('line') } },
  };
  return {
    ...base(),
    grid: {
      left: 8,
      right: 24,
      top: (series.length > 1 ? 36 : 8) + (horizontal ? (target ? 20 : 0) : 28),
      bottom: 8,
      containLabel: true,
    },
    legend: series.length > 1 ? { top: 0, left: 0, textStyle: text, itemWidth: 18 } : undefined,
    tooltip: {
      ...base().tooltip,
      trigger: 'axis',
      axisPointer: { type: kind === 'bar' ? 'shadow' : 'line' },
      valueFormatter: (value: unknown) => escapeHtml(show(value)),
    },
    xAxis: horizontal ? amount : category,
    yAxis: horizontal ? category : amount,
    series: series.map((one, index) => ({
      type: kind,
      name: one.name,
      data: one.values,
      barMaxWidth: 28,
      itemStyle: {
        color: token(SERIES[index % 4]!),
        borderRadius: kind === 'bar' ? (horizontal ? [0, 3, 3, 0] : [3, 3, 0, 0]) : 0,
      },
      lineStyle: { width: 2.5, type: DASHES[index % 4] },
      symbolSize: 7,
      markLine:
        target && index === 0
          ? {
              silent: true,
              symbol: 'none',
              lineStyle: { color: token('warn'), type: 'dashed', width: 1.5 },
              label: {
                formatter: target.label,
                color: token('warn'),
                position: horizontal ? 'start' : 'insideEndTop',
                fontSize: fontSize(),
              },
              data: [horizontal ? { xAxis: target.value } : { yAxis: target.value }],
            }
          : undefined,
    })),
  };
}
