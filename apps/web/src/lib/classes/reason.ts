/** One decision with its words: what is asked in the dialog and what happens on the press. */
export interface ReasonAsk {
  /** Names the form and its draft: `return-${enrolmentId}`. */
  id: string;
  title: string;
  /** The act itself on the button. */
  act: string;
  /** Name of the text: 退回原因, 办理意见. */
  label: string;
  required: boolean;
  hint?: string;
  danger?: boolean;
  /** What the text starts with. */
  initial?: string;
  /** A second text that must be given. */
  second?: { label: string };
  submit: (values: { text: string; second: string }, context: { idempotencyKey: string }) => Promise<unknown>;
  done?: () => Promise<void> | void;
}
