import path from 'node:path';
import type { Convention } from '../convention/convention.ts';
import type { Detection } from '../convention/detection/detect.ts';
import { isTemplateName } from '../convention/templates/template-name.ts';
import { PRESETS, presetPath } from '../presets.ts';
import type { TemplateLocation } from '../template/read-file.ts';
import { shownPath } from './location.ts';
import type { Survey } from './survey.ts';

/** The template by flag, configuration or what was found; undefined for the built-in one. */
export function templateFor(
  { cwd, root, configured: { configuration, base, file } }: Survey,
  template: string | undefined,
  { convention, detection }: { convention: Convention; detection: Detection | undefined },
): TemplateLocation | undefined {
  const common = { isAssigned: convention.numbering === 'assigned' };
  if (template !== undefined) return named(template, path.resolve(cwd, template), common);
  if (configuration.template !== undefined) {
    const target = path.resolve(base, configuration.template);
    const location = named(configuration.template, target, { ...common, within: root });
    return location && !location.isPreset && file !== undefined
      ? { ...location, name: shownPath(cwd, target) }
      : location;
  }
  if (detection?.template === undefined) return undefined;
  const target = path.join(root, detection.template);
  return {
    ...common,
    path: target,
    name: shownPath(cwd, target),
    within: root,
    hasCompanions:
      convention.layout === 'directory' && isTemplateName(path.basename(path.dirname(target))),
  };
}

function named(
  name: string,
  target: string,
  common: Partial<TemplateLocation>,
): TemplateLocation | undefined {
  const preset = PRESETS.find((each) => each.name === name);
  if (!preset) return { ...common, path: target, name };
  if (preset === PRESETS[0]) return undefined;
  const { within: _, ...rest } = common;
  return { ...rest, path: presetPath(preset), name, isPreset: true };
}
