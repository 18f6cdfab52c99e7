import { type Journal, JournalConflict, type Op } from './types';

interface Kept {
  attemptId: string;
  epoch: number;
  seq: number;
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}
interface Meta {
  attemptId: string;
  device: string;
  broken: boolean;
  key: CryptoKey;
}

const done = <T>(r: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    r.onsuccess = () => resolve(r.result);
    r.onerror = () => reject(r.error ?? new Error('IndexedDB'));
  });
const settled = (tx: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = tx.onerror = () => reject(tx.error ?? new Error('IndexedDB'));
  });

async function openDb(): Promise<IDBDatabase> {
  const r = indexedDB.open('kx-exam', 1);
  r.onupgradeneeded = () => {
    r.result.createObjectStore('meta', { keyPath: 'attemptId' });
    r.result.createObjectStore('ops', { keyPath: ['attemptId', 'epoch', 'seq'] });
  };
  return done(r);
}

export const newDevice = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => b.toString(16).padStart(2, '0')).join('');

/** The journal in IndexedDB: each change encrypted with a key that cannot leave this browser. */
export class IndexedJournal implements Journal {
  private constructor(
    private readonly db: IDBDatabase,
    private meta: Meta,
  ) {}

  /**
   * @param device the name this browser began the attempt under, when it just did
   * @throws when the browser keeps nothing (private mode): the page then uses a memory journal and says so
   */
  static async open(attemptId: string, device = newDevice()): Promise<IndexedJournal> {
    const db = await openDb();
    const known = (await done(db.transaction('meta').objectStore('meta').get(attemptId))) as Meta | undefined;
    if (known) return new IndexedJournal(db, known);
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    const meta: Meta = { attemptId, device, broken: false, key };
    const tx = db.transaction('meta', 'readwrite');
    tx.objectStore('meta').put(meta);
    await settled(tx);
    return new IndexedJournal(db, meta);
  }

  /** Whether this browser keeps what it is given: writes a sealed entry, reads it back, removes it. */
  static async works(): Promise<boolean> {
    try {
      const op: Op = {
        epoch: 1,
        seq: Math.floor(performance.now() * 1000) + 1,
        questionId: 'check',
        value: 'A',
        atMonoMs: 0,
      };
      const journal = await IndexedJournal.open('device-check');
      await journal.append(op);
      const found = (await journal.load()).some((o) => o.seq === op.seq && o.questionId === 'check');
      await journal.clear(1, op.seq);
      return found;
    } catch {
      return false;
    }
  }

  get device(): string {
    return this.meta.device;
  }
  get broken(): boolean {
    return this.meta.broken;
  }

  private async seal(op: Op): Promise<Kept> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv },
      this.meta.key,
      new TextEncoder().encode(JSON.stringify(op)),
    );
    return { attemptId: this.meta.attemptId, epoch: op.epoch, seq: op.seq, iv, data };
  }

  async append(op: Op): Promise<void> {
    const kept = await this.seal(op);
    // Strict: on disk before it is sent, also when the power goes.
    const tx = this.db.transaction('ops', 'readwrite', { durability: 'strict' });
    try {
      await done(tx.objectStore('ops').add(kept));
    } catch (e) {
      if ((e as DOMException).name === 'ConstraintError') throw new JournalConflict('taken');
      throw e;
    }
    await settled(tx);
  }

  async load(): Promise<Op[]> {
    const range = IDBKeyRange.bound([this.meta.attemptId], [this.meta.attemptId, []]);
    const rows = (await done(this.db.transaction('ops').objectStore('ops').getAll(range))) as Kept[];
    const ops = await Promise.all(
      rows.map(
        async (r) =>
          JSON.parse(
            new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: r.iv }, this.meta.key, r.data)),
          ) as Op,
      ),
    );
    return ops.sort((a, b) => a.epoch - b.epoch || a.seq - b.seq);
  }

  async clear(epoch: number, seq: number): Promise<void> {
    const tx = this.db.transaction('ops', 'readwrite');
    tx.objectStore('ops').delete(IDBKeyRange.bound([this.meta.attemptId, epoch, 0], [this.meta.attemptId, epoch, seq]));
    await settled(tx);
  }

  async renumber(from: readonly Op[], to: readonly Op[], device: string): Promise<void> {
    const sealed = await Promise.all(to.map((o) => this.seal(o)));
    const meta = { ...this.meta, device, broken: false };
    const tx = this.db.transaction(['ops', 'meta'], 'readwrite');
    for (const o of from) tx.objectStore('ops').delete([this.meta.attemptId, o.epoch, o.seq]);
    for (const k of sealed) tx.objectStore('ops').put(k);
    tx.objectStore('meta').put(meta);
    await settled(tx);
    this.meta = meta;
  }

  markBroken(): void {
    this.meta = { ...this.meta, broken: true };
    try {
      this.db.transaction('meta', 'readwrite').objectStore('meta').put(this.meta);
    } catch {
      // The disk refuses: the next load finds a hole in the numbers and opens a new epoch for that reason.
    }
  }
}
