export { addSection } from './document/add-section.ts';
export type * from './document/result.ts';
