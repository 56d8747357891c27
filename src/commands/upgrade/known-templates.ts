import { namesOfTemplate } from '../../document/upgrade/fit.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { TemplatesHere } from '../templates-here.ts';
import { Bases, type BasesOptions } from './bases.ts';
import { isTemplateItself, type TemplateSource, templateSource } from './template-source.ts';

/** A template, and the versions that it had. */
export interface KnownTemplate {
  source: TemplateSource;
  bases: Bases;
}

/** @throws Failure when the template cannot be read or used */
export function templateSources(
  workspace: Workspace,
): Promise<TemplatesHere<{ source: TemplateSource }>> {
  return TemplatesHere.of(
    workspace,
    async (template) => ({ source: await templateSource({ template, survey: workspace.survey }) }),
    ({ source }) => namesOfTemplate(source.text),
  );
}

/** The same, each with its versions. */
export function withBases(
  sources: TemplatesHere<{ source: TemplateSource }>,
  { survey }: Workspace,
  options: BasesOptions,
): Promise<TemplatesHere<KnownTemplate>> {
  return sources.with(async ({ source }) => ({ bases: await Bases.of(source, survey, options) }));
}

/** Whether a file is one of the templates, and no proposal. */
export function isTemplateHere(
  file: string,
  sources: TemplatesHere<{ source: TemplateSource }>,
  workspace: Workspace,
): boolean {
  return sources.all.some(({ source }) => isTemplateItself(file, source, workspace));
}
