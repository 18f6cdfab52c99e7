import {
  AnswerCurrent,
  AnswerEvent,
  AttemptEpoch,
  AttemptSignal,
  ExamAttempt,
  ExamResult,
  ExamSubmission,
} from './attempt.entities';
import { Item, ItemBank, ItemGroup, ItemGroupVersion, ItemKey, ItemVersion } from './item.entities';
import { Paper, PaperKey, PaperVersion } from './paper.entities';
import { ExamExtraTime, ExamMessage, ExamSession } from './session.entities';

export const examsEntities = [
  ItemBank,
  ItemGroup,
  ItemGroupVersion,
  Item,
  ItemVersion,
  ItemKey,
  Paper,
  PaperVersion,
  PaperKey,
  ExamSession,
  ExamExtraTime,
  ExamMessage,
  ExamAttempt,
  AttemptEpoch,
  AnswerEvent,
  AnswerCurrent,
  ExamSubmission,
  ExamResult,
  AttemptSignal,
];
