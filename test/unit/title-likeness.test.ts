import { describe, expect, it } from 'vitest';
import { likeness } from '../../src/document/titles/likeness.ts';
import { isSameTitle, titleForms } from '../../src/document/titles/title-forms.ts';

const alike = (section: string, heading: string) =>
  likeness(titleForms(section), titleForms(heading));

describe('a heading is like a section', () => {
  it.each<[section: string, heading: string, expected: string | undefined]>([
    ['Drawbacks', 'Drawbacks', 'exact'],
    ['Drawbacks', 'Drawbacks [optional]', 'exact'],
    ['Test  Plan', 'Test Plan', 'exact'],
    ['Drawbacks', 'drawbacks', 'normal'],
    ['Drawbacks', '2.2 Drawbacks', 'normal'],
    ['Drawbacks', '2) Drawbacks', 'normal'],
    ['Drawbacks', '<a id="x"></a>Drawbacks', 'normal'],
    ['Drawbacks', '[Drawbacks](#x)', 'normal'],
    ['Drawbacks', '**Drawbacks**', 'normal'],
    ['Risks and Mitigations', 'Risks & Mitigations', 'normal'],
    ['Risks and Mitigations', 'Risks &amp; Mitigations', 'normal'],
    ['Übersicht', 'übersicht', 'normal'],
    ['Non-Goals', 'Out of Scope', 'alias'],
    ['Test Plan', 'Testing', 'alias'],
    ['Notes/Constraints/Caveats', 'Caveats', 'alias'],
    ['Design Details', 'Design Details: overview', 'head'],
    ['Design Details', 'Design Details - overview', 'head'],
    ['Design Details', 'Design Details (overview)', 'head'],
    ['Test Plan', 'Testing: overview', 'head'],
    ['Drawbacks', 'Draw Backs', 'typo'],
    ['Drawbacks', 'Drawbaks', 'typo'],
    ['Summary', 'Summory', undefined],
    ['Drawbacks', 'Drawbakcs', 'typo'],
    ['Unresolved questions', 'Resolved questions', undefined],
    ['ABI compatibility', 'API compatibility', undefined],
    ['Option B', 'Option A', undefined],
    ['2025 goals', '2024 goals', undefined],
    ['Drawbacks', 'Drawbacks of this proposal', 'head'],
    ['Drawbacks', 'Drawbacks &amp; Risks', 'combined'],
    ['Drawbacks', 'Drawbacks&nbsp;', 'normal'],
    ['Drawbacks', ':warning: Drawbacks', 'normal'],
    ['Drawbacks', 'Drawbacks ![badge](a.svg)', 'normal'],
    ['Drawbacks', '5\\. Drawbacks', 'normal'],
    ['Drawbacks', '① Drawbacks', 'normal'],
    ['Drawbacks', '⚠️ Drawbacks', 'normal'],
    ['API design', 'Impact on APIs', undefined],
    ['Drawbacks', 'A.5 Drawbacks', 'normal'],
    ['Drawbacks', 'Appendix A: Drawbacks', 'normal'],
    ['Drawbacks', 'Optional: Drawbacks', 'exact'],
    ['Drawbacks', 'Downsides {#drawbacks}', 'half'],
    ['Drawbacks', 'Alternatives (and their drawbacks)', 'combined'],
    ['Drawbacks', 'Drawbacks · Alternatives', 'combined'],
    ['Drawbacks', 'Drawbacks 缺点', 'half'],
    ['API', 'API 设计', undefined],
    ['Summary', 'Sumary', undefined],
    ['Design', 'Desgin', undefined],
    ['Infrastructure', 'Infrastructrue', 'typo'],
    ['Graduations', 'Grauationss', undefined],
    ['CLI Changes', 'API Changes', undefined],
    ['Phase 1 rollout', 'Phase 2 rollout', undefined],
    ['Drawbacks', 'Drawbacks / Alternatives', 'combined'],
    ['Drawbacks', 'Alternatives and Drawbacks', 'combined'],
    ['Drawbacks', 'Costs, Drawbacks', 'combined'],
    ['Test Plan', 'Rollout / Test Plan', 'combined'],
    ['Test Plan', 'Rollout / Testing', undefined],
    ['Version Skew Strategy', 'Upgrade / Downgrade / Version Skew Strategy', 'combined'],
    ['Rollout Strategy', 'Rollout / Undo Strategy', 'combined'],
    ['Skew Version', 'Upgrade / Version of Skew / Strategy', undefined],
    ['Strategy', 'Upgrade / Downgrade Strategy', undefined],
    ['Goals', 'Non-goals of the configuration', undefined],
    ['Test Plan', 'Test Plan for CI', undefined],
    ['Rollout Strategy', 'Rollout / Undo', undefined],
    ['Goals', '???', undefined],
    ['???', '???', undefined],
  ])('%s, %s: %s', (section, heading, expected) => {
    expect(alike(section, heading)).toBe(expected);
  });

  it('is of the same title where only case, punctuation and markup differ', () => {
    expect(isSameTitle('Test plan', '**Test Plan**')).toBe(true);
    expect(isSameTitle('Test plan', 'Testing')).toBe(false);
  });
});
