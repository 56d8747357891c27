import path from 'node:path';
import fs from 'fs-extra';
import type { Convention } from '../convention/convention.ts';
import type { Detection } from '../convention/detection/detect.ts';
import { isTemplateName } from '../convention/templates/template-name.ts';
import { frontMatterEnd } from '../document/markdown/front-matter.ts';
import { unlessMissing } from '../or-undefined.ts';
import { PRESETS, type Preset, presetDocument, presetPath } from '../presets.ts';
import { loadTemplateText } from '../template/load-template.ts';
import { readText, type TemplateLocation } from '../template/read-file.ts';
import type { Sibling } from '../template/siblings/siblings.ts';
import { shownPath } from './location.ts';
import { readSiblings, siblingHints } from './sibling-hints.ts';
import type { Survey } from './survey.ts';

/** How the template is called that is made of the proposals that are there. */
const SIBLINGS = 'siblings';

interface FoundPlace {
  convention: Convention;
  detection: Detection | undefined;
  /** Whether nothing is to be made of the template. */
  isForReading: boolean;
}

/**
 * The template by flag, configuration or what was found, made of the proposals that are there where these share
 * their sections, or the preset that decision records have the form of; undefined for the built-in one.
 */
export async function templateFor(
  survey: Survey,
  template: string | undefined,
  found: FoundPlace,
): Promise<TemplateLocation | undefined> {
  const { cwd, root, configured } = survey;
  const { convention, detection } = found;
  const { siblings, ...hints } = await siblingHints(survey, found);
  const common = { isAssigned: convention.numbering === 'assigned', ...hints };
  if (template !== undefined) {
    return template === SIBLINGS
      ? withoutFile(survey, found, common)
      : named(template, path.resolve(cwd, template), common);
  }
  const { configuration, base, file } = configured;
  if (configuration.template !== undefined) {
    const target = path.resolve(base, configuration.template);
    const location = named(configuration.template, target, { ...common, within: root });
    return location && !location.isPreset && file !== undefined
      ? { ...location, name: shownPath(cwd, target) }
      : location;
  }
  if (detection?.template === undefined) return withoutFile(survey, found, common);
  const target = path.join(root, detection.template);
  // Git may track what is not there, as in a sparse checkout: nothing is to be made of it then.
  const isMissing = found.isForReading && unlessMissing(() => fs.statSync(target)) === undefined;
  if (isMissing) return withoutFile(survey, found, common);
  return {
    ...common,
    // The proposals say nothing of another template than theirs.
    ...(siblings && { siblings }),
    path: target,
    name: shownPath(cwd, target),
    within: root,
    hasCompanions:
      convention.layout === 'directory' && isTemplateName(path.basename(path.dirname(target))),
  };
}

async function withoutFile(
  survey: Survey,
  found: FoundPlace,
  common: Partial<TemplateLocation>,
): Promise<TemplateLocation | undefined> {
  const siblings = await readSiblings(survey, found);
  const made = siblings.length >= 3 ? await madeOf(siblings, 3, common) : NO_TEMPLATE;
  if (made.isKnown) return made.location;
  const { preset, isForDecisions = false } = found.detection ?? {};
  if (preset !== undefined) return named(preset, '', common);
  const begun = await presetOfAll(siblings, EXPLAINED);
  if (begun !== undefined && begun !== 'enhancement') return named(begun, '', common);
  const form = isForDecisions ? await formOf(siblings) : await presetOfAll(siblings);
  if (form !== undefined) return named(form, '', common);
  // Two that are alike in a form that is not known say more than any preset.
  const alike = siblings.length === 2 ? await madeOf(siblings, 2, common) : NO_TEMPLATE;
  if (alike.isKnown) return alike.location;
  return isForDecisions ? named('adr', '', common) : undefined;
}

async function formOf(siblings: readonly Sibling[]): Promise<string | undefined> {
  const { presetForDecisions } = await import('../convention/templates/decision-preset.ts');
  return presetForDecisions(siblings.map(({ text }) => text));
}

interface Made {
  isKnown: boolean;
  /** Undefined for the built-in template. */
  location: TemplateLocation | undefined;
}

const NO_TEMPLATE: Made = { isKnown: false, location: undefined };

/** The template that proposals share, or the preset with explanations that they were made of. */
async function madeOf(
  siblings: readonly Sibling[],
  least: number,
  common: Partial<TemplateLocation>,
): Promise<Made> {
  const { isMadeOf, siblingTemplate } = await import('../template/siblings/siblings.ts');
  const text = siblingTemplate(siblings, least);
  if (text === undefined) return NO_TEMPLATE;
  // The built-in template writes no number into the title.
  const hasNumber = /^#[^\n]*NNNN/m.test(text);
  const hasFront = frontMatterEnd(text) > 0;
  const preset = await presetOf(
    (each, name) =>
      isMadeOf(text, each) &&
      frontMatterEnd(each) > 0 === hasFront &&
      !(hasNumber && name === 'enhancement'),
  );
  if (preset !== undefined) return { isKnown: true, location: named(preset, '', common) };
  const form = await formOf(siblings);
  const statuses = PRESETS.find(({ name }) => name === form)?.statuses;
  const known = statuses ? { statuses } : {};
  return { isKnown: true, location: { ...common, ...known, path: '', name: SIBLINGS, text } };
}

/** The preset that one or two proposals were made of, with which somebody has begun here. */
async function presetOfAll(
  siblings: readonly Sibling[],
  names: ReadonlySet<string> = OTHER_PRESETS,
): Promise<string | undefined> {
  if (siblings.length === 0 || siblings.length > 2) return undefined;
  const { isMadeOf, sharedWith } = await import('../template/siblings/siblings.ts');
  const fitting: { name: string; shared: number }[] = [];
  for (const preset of PRESETS.filter(({ name }) => names.has(name))) {
    const template = await explainedText(preset);
    const hasFront = frontMatterEnd(template) > 0;
    const isOne = ({ text }: Sibling) =>
      isMadeOf(text, template) && frontMatterEnd(text) > 0 === hasFront;
    if (!siblings.every(isOne)) continue;
    const shared = siblings.map(({ text }) => sharedWith(text, template));
    fitting.push({ name: preset.name, shared: Math.min(...shared) });
  }
  return fitting.toSorted((a, b) => b.shared - a.shared)[0]?.name;
}

/** The preset with explanations that proposals were made of, if it is one of those. */
async function presetOf(
  isOne: (text: string, name: string) => boolean,
): Promise<string | undefined> {
  for (const preset of PRESETS.filter(({ name }) => EXPLAINED.has(name))) {
    if (isOne(await explainedText(preset), preset.name)) return preset.name;
  }
  return undefined;
}

/** The text of a preset as far as its sections go: where it has expressions, these stand in their texts. */
async function explainedText(preset: Preset): Promise<string> {
  if (preset === PRESETS[0]) return loadTemplateText();
  return readText({ path: presetDocument(preset), name: preset.name });
}

const EXPLAINED = new Set(['enhancement', 'kep', 'rfc']);

const OTHER_PRESETS = new Set(
  PRESETS.map(({ name }) => name).filter((name) => !EXPLAINED.has(name)),
);

function named(
  name: string,
  target: string,
  common: Partial<TemplateLocation>,
): TemplateLocation | undefined {
  const preset = PRESETS.find((each) => each.name === name);
  if (!preset) return { ...common, path: target, name };
  if (preset === PRESETS[0]) return undefined;
  const { within: _, ...rest } = common;
  const { statuses } = preset;
  const known = statuses ? { statuses } : {};
  return { ...rest, ...known, path: presetPath(preset), name, isPreset: true };
}
