import type { Tone } from './tone';

export interface ToastMessage {
  id: number;
  text: string;
  tone: Tone;
  action?: { label: string; run: () => void };
}

let next = 1;
/** Small acts only (saved, copied, removed). The end of a multi-step act is a `ResultPanel`. */
class Toasts {
  list = $state<ToastMessage[]>([]);

  show(text: string, options: { tone?: Tone; action?: ToastMessage['action']; milliseconds?: number } = {}): void {
    const message: ToastMessage = { id: next++, text, tone: options.tone ?? 'success', action: options.action };
    this.list = [...this.list.slice(-2), message];
    // What can be undone, and what went wrong, stays longer.
    const stay = options.milliseconds ?? (message.action || message.tone === 'danger' ? 10_000 : 5_000);
    setTimeout(() => this.dismiss(message.id), stay);
  }

  dismiss(id: number): void {
    this.list = this.list.filter((message) => message.id !== id);
  }
}

export const toasts = new Toasts();
export const toast = (text: string, options?: Parameters<Toasts['show']>[1]) => toasts.show(text, options);
