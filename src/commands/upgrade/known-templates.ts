import { namesOfTemplate } from '../../document/upgrade/fit.ts';
import type { Home } from '../../workspace/home.ts';
import { TemplatesHere } from '../templates-here.ts';
import { Bases, type BasesWish } from './bases.ts';
import { isTemplateItself, type TemplateSource, templateSource } from './template-source.ts';

/** A template, and the versions that it had. */
export interface KnownTemplate {
  source: TemplateSource;
  bases: Bases;
}

/** @throws Failure when the template cannot be read or used */
export function templateSources(home: Home): Promise<TemplatesHere<{ source: TemplateSource }>> {
  return TemplatesHere.of(
    home,
    async (template) => ({ source: await templateSource({ template, survey: home.survey }) }),
    ({ source }) => namesOfTemplate(source.text),
  );
}

/** The same, each with its versions. */
export function withBases(
  sources: TemplatesHere<{ source: TemplateSource }>,
  { survey }: Home,
  wish: BasesWish,
): Promise<TemplatesHere<KnownTemplate>> {
  return sources.with(async ({ source }) => ({ bases: await Bases.of(source, survey, wish) }));
}

/** Whether a file is one of the templates, and no proposal. */
export function isTemplateHere(
  file: string,
  sources: TemplatesHere<{ source: TemplateSource }>,
  home: Home,
): boolean {
  return sources.all.some(({ source }) => isTemplateItself(file, source, home));
}
