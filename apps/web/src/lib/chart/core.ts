/**
 * The one chart chunk (ECharts with only what is used, static imports so that the rest is dropped). Import this file only
 * through `import('./core')`.
 */
import { BarChart, LineChart, MapChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, registerMap, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([
  BarChart,
  LineChart,
  MapChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

export { init, registerMap };
export type { EChartsCoreOption };
export type EChart = ReturnType<typeof init>;
