export { addSection } from './document/sections/add-section.ts';
export type * from './document/sections/add-section-result.ts';
