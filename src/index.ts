export {
  type AddSectionOptions,
  type AddSectionResult,
  addSection,
} from './document/add-section.ts';
export type { Doubt } from './document/placement.ts';
