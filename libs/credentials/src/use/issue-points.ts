import { Injectable } from '@nestjs/common';

export type IssuePoint =
  | 'facts-gathered'
  | 'chunk-locked'
  | 'numbers-taken'
  | 'certificates-inserted'
  | 'registry-told'
  | 'training-completed'
  | 'chunk-ordered'
  | 'chunk-committed'
  | 'order-finished'
  | 'paper-rendered'
  | 'paper-signed'
  | 'file-stored'
  | 'file-recorded';

/**
 * The marked points of issuing (reliability F01). Does nothing; the fault tests make a process die here and then prove
 * that no number is lost or doubled.
 */
@Injectable()
export class IssuePoints {
  async reached(point: IssuePoint): Promise<void> {
    void point;
  }
}
