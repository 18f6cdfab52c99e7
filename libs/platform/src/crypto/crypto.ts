import { Inject, Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Config } from '../config/config';
import { CONFIG } from '../config/config.module';

/** Column encryption and blind indexes. Every stored value names its algorithm, so that another suite can join (国密). */
@Injectable()
export class Crypto {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** AES-256-GCM, random nonce. @param field binds the value to its column: moved elsewhere it does not open */
  seal(plain: string, field: string): string {
    const nonce = randomBytes(12);
    const c = createCipheriv('aes-256-gcm', this.config.keys.data, nonce).setAAD(Buffer.from(field));
    const body = Buffer.concat([c.update(plain, 'utf8'), c.final(), c.getAuthTag()]);
    return `v1.${nonce.toString('base64url')}.${body.toString('base64url')}`;
  }

  /** @throws Error when the value was changed, moved to another column, or sealed with another key */
  open(sealed: string, field: string): string {
    const [version, nonce, body] = sealed.split('.');
    if (version !== 'v1' || !nonce || !body) throw new Error('Unknown sealed value');
    const bytes = Buffer.from(body, 'base64url');
    const d = createDecipheriv('aes-256-gcm', this.config.keys.data, Buffer.from(nonce, 'base64url')).setAAD(
      Buffer.from(field),
    );
    d.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([d.update(bytes.subarray(0, -16)), d.final()]).toString('utf8');
  }

  /** HMAC-SHA256 hex of a normalised value: equal values give equal indexes, without the key nothing can be tried. */
  blindIndex(value: string, field: string): string {
    return createHmac('sha256', this.config.keys.index).update(`${field}\0${value}`).digest('hex');
  }

  /** Signed, compact token for links. */
  signToken(payload: object): string {
    const body = Buffer.from(JSON.stringify(payload)).toString('base64url');
    return `${body}.${this.mac(body)}`;
  }

  /** @returns the payload, or null when the token was altered */
  readToken<T>(token: string): T | null {
    const [body, mac] = token.split('.');
    if (!body || !mac) return null;
    const a = Buffer.from(mac);
    const b = Buffer.from(this.mac(body));
    if (a.length !== b.length || !timingSafeEqual(a, b)) return null;
    return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as T;
  }

  /** HMAC-SHA256 hex with the link key: receipts. */
  receiptMac(value: string): string {
    return createHmac('sha256', this.config.keys.link).update(`receipt\0${value}`).digest('hex');
  }

  private mac(body: string): string {
    return createHmac('sha256', this.config.keys.link).update(body).digest('base64url');
  }
}
