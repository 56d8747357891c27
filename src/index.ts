export {
  type AddSectionOptions,
  type AddSectionResult,
  addSection,
} from './document/add-section.ts';
export type { Doubt } from './document/doubts.ts';
export type { Beside } from './document/placement.ts';
