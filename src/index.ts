export { addSection } from './document/sections/add-section.ts';
export type * from './document/sections/add-section-result.ts';
export { upgradeDocument } from './document/upgrade/upgrade-document.ts';
export type * from './document/upgrade/upgrade-result.ts';
