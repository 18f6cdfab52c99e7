/**
 * Everything a page needs, one import. Charts are not here: import `$lib/chart/BarChart.svelte` and friends directly, they
 * bring their library only when seen.
 */
export { default as Banner } from './Banner.svelte';
export { default as Button, buttonClass } from './Button.svelte';
export { default as Card } from './Card.svelte';
export { default as Checkbox } from './Checkbox.svelte';
export { default as CheckList, type CheckItem } from './CheckList.svelte';
export { default as Confirm } from './Confirm.svelte';
export { default as CopyText } from './CopyText.svelte';
export { default as DataTable } from './DataTable.svelte';
export type { Column } from './table';
export { default as DateInput } from './DateInput.svelte';
export { default as DescriptionList } from './DescriptionList.svelte';
export { default as Dialog } from './Dialog.svelte';
export { default as Drawer } from './Drawer.svelte';
export { default as EmptyState } from './EmptyState.svelte';
export { default as ErrorState } from './ErrorState.svelte';
export { default as ErrorSummary } from './ErrorSummary.svelte';
export { default as Field } from './Field.svelte';
export { default as FileInput } from './FileInput.svelte';
export { default as Form } from './Form.svelte';
export { default as IconButton } from './IconButton.svelte';
export { default as LinkButton } from './LinkButton.svelte';
export { default as Menu } from './Menu.svelte';
export { default as NumberInput } from './NumberInput.svelte';
export { default as PageHeader } from './PageHeader.svelte';
export { default as Pagination } from './Pagination.svelte';
export { default as PasswordInput } from './PasswordInput.svelte';
export { default as Progress } from './Progress.svelte';
export { default as RadioGroup } from './RadioGroup.svelte';
export { default as ResultPanel } from './ResultPanel.svelte';
export { default as Select, type Option } from './Select.svelte';
export { default as Skeleton } from './Skeleton.svelte';
export { default as Stat } from './Stat.svelte';
export { default as StatusTag } from './StatusTag.svelte';
export { default as Tabs } from './Tabs.svelte';
export { default as TaskList, type TaskListItem } from './TaskList.svelte';
export { default as TextArea } from './TextArea.svelte';
export { default as TextInput } from './TextInput.svelte';
export { default as Timeline, type TimelineItem } from './Timeline.svelte';
export { toast } from './toast.svelte';
export type { Tone } from './tone';
