export * from './domain/grading';
export * from './domain/answers';
export { answersHash, receiptText } from './domain/receipt';
