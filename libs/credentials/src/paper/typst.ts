import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '@app/kernel';
import { RenderInterrupted } from './paper.errors';
import { fontDir, paperDir } from './repo-root';

/**
 * The process grows from 90 to some 195 MB over this many documents (0.04 MB each in the end, in caches that only the
 * end of the process frees). A new one costs 0.12 s of processor time, 1 % of what 1,000 documents take.
 */
export const DOCUMENTS_PER_PROCESS = 1_000;
/** A certificate takes some 15 ms; this is for a box under heavy load, and still frees a queue that hangs. */
export const TIMEOUT_MS = 20_000;
/** A worker that prints nothing gives the memory back. */
export const IDLE_MS = 60_000;

export interface RendererOptions {
  /** where the templates lie; default those of certificates */
  templateDir?: string;
  /** a document of more than one page is no fault */
  manyPages?: boolean;
  documentsPerProcess?: number;
  timeoutMs?: number;
  idleMs?: number;
  /** Further fonts of the installation for characters ours lack, asked after our own. */
  moreFonts?: { dir: string; families: string[] };
}

interface Answer {
  id: number;
  cpuMs: number;
  pdf?: Uint8Array;
  kind?: 'COMPILE' | 'EXPORT';
  detail?: string;
}

/**
 * Prints documents as PDF/A-2a in a child process, one at a time. A process and not a thread: Typst runs in native
 * code, which a thread cannot be stopped in, and its memory is only given back when the process ends.
 */
export class TypstPrinter {
  private readonly templateDir: string;
  protected readonly options: RendererOptions & { documentsPerProcess: number; timeoutMs: number; idleMs: number };
  private child: ChildProcess | undefined;
  private printed = 0;
  private last: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;
  private closed = false;
  private readonly counts = { documents: 0, processes: 0, cpuMs: 0 };

  constructor(options: RendererOptions = {}) {
    this.options = { documentsPerProcess: DOCUMENTS_PER_PROCESS, timeoutMs: TIMEOUT_MS, idleMs: IDLE_MS, ...options };
    this.templateDir = options.templateDir ?? join(paperDir(), 'templates');
  }

  /**
   * The PDF of a template and its data. Equal data and template give equal bytes.
   * @param input JSON text, read by the template and never evaluated
   * @throws DomainError CREDENTIALS_PAPER_TEMPLATE_*, _GLYPH_MISSING, _TOO_LONG
   * @throws RenderInterrupted when the process was lost; trying again may help
   */
  protected async document(template: string, input: string): Promise<Uint8Array> {
    if (!/^[a-z0-9][a-z0-9-]*$/.test(template) || !existsSync(join(this.templateDir, `${template}.typ`))) {
      throw new DomainError('CREDENTIALS_PAPER_TEMPLATE_UNKNOWN', { version: template });
    }
    const turn = this.last.then(() => this.print(template, input));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Waiting and running documents are refused with RenderInterrupted CLOSED. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([this.last, this.stop()]);
  }

  /** Process id of the running render process, for operators and tests. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Since construction; `cpuMs` is processor time of the render processes, their start included. */
  get stats(): Readonly<{ documents: number; processes: number; cpuMs: number }> {
    return { ...this.counts };
  }

  private async print(template: string, input: string): Promise<Uint8Array> {
    if (this.closed) throw new RenderInterrupted('CLOSED', 'the renderer was closed');
    clearTimeout(this.idle);
    if (this.printed >= this.options.documentsPerProcess) await this.stop();
    const child = (this.child ??= this.start());
    const id = ++this.printed;
    const answer = await this.ask(child, { id, template, input });
    this.counts.cpuMs += answer.cpuMs;
    this.idle = setTimeout(() => void this.stop(), this.options.idleMs).unref();
    if (answer.pdf) {
      this.counts.documents++;
      return answer.pdf;
    }
    throw faultOf(template, answer);
  }

  private start(): ChildProcess {
    const setup = {
      templateDir: this.templateDir,
      manyPages: this.options.manyPages ?? false,
      fontDirs: [fontDir(), ...(this.options.moreFonts ? [this.options.moreFonts.dir] : [])],
    };
    const child = fork(join(paperDir(), 'render-process.mjs'), [JSON.stringify(setup)], {
      // Nothing of our environment (database password, master key) is the business of a template.
      env: {},
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.printed = 0;
    this.counts.processes++;
    // An idle renderer must not keep the worker from ending.
    child.unref();
    child.channel?.unref();
    (child.stderr as { unref?: () => void } | null)?.unref?.();
    return child;
  }

  private ask(child: ChildProcess, task: { id: number; template: string; input: string }): Promise<Answer> {
    return new Promise((resolve, reject) => {
      let complaint = '';
      const settle = (finish: () => void) => {
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onExit).off('error', onError);
        child.stderr?.off('data', onComplaint);
        finish();
      };
      const lost = (why: RenderInterrupted['why'], detail: string) =>
        settle(() => {
          if (this.child === child) this.child = undefined;
          child.kill('SIGKILL');
          reject(new RenderInterrupted(this.closed ? 'CLOSED' : why, detail));
        });
      const onMessage = (answer: unknown) => {
        if ((answer as Answer).id === task.id) settle(() => resolve(answer as Answer));
      };
      const onExit = (code: number | null, signal: string | null) =>
        lost('CRASH', `process ended with ${signal ?? code}${complaint && `: ${complaint.slice(-500)}`}`);
      const onError = (error: Error) => lost('CRASH', error.message);
      const onComplaint = (chunk: Buffer) => {
        complaint = (complaint + chunk.toString('utf8')).slice(-2000);
      };
      const timer = setTimeout(
        () => lost('TIMEOUT', `no answer in ${this.options.timeoutMs} ms`),
        this.options.timeoutMs,
      );
      child.on('message', onMessage).on('exit', onExit).on('error', onError);
      child.stderr?.on('data', onComplaint);
      if (child.exitCode !== null || child.signalCode !== null) onExit(child.exitCode, child.signalCode);
      else child.send(task, (error) => error && lost('CRASH', error.message));
    });
  }

  private async stop(): Promise<void> {
    clearTimeout(this.idle);
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.ref();
      child.kill('SIGKILL');
    });
  }
}

function faultOf(template: string, { kind, detail = '' }: Answer): DomainError {
  if (detail.includes('TOO_LONG')) return new DomainError('CREDENTIALS_PAPER_TOO_LONG');
  const missing = [...detail.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map((m) => glyphName(m[1]!));
  if (kind === 'EXPORT' && missing.length > 0) {
    return new DomainError('CREDENTIALS_PAPER_GLYPH_MISSING', { characters: [...new Set(missing)] });
  }
  return new DomainError('CREDENTIALS_PAPER_TEMPLATE_BROKEN', { version: template, detail: detail.slice(0, 500) });
}

/** `𪚥 (U+2A6A5)`: the person who reads the fault may lack the glyph too. Rust writes some characters as `\u{fb2}`. */
function glyphName(text: string): string {
  const plain = text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));
  const codes = Array.from(plain, (c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  return `${plain} (${codes.join(' ')})`;
}
