/** Markdown templates are compiled at build time, for `template()` of the Handlebars runtime. */
declare module '*.md' {
  export const specification: TemplateSpecification;
  export const text: string;
  /** The sections of the text, without what they explain, which stands there. */
  export const sections: readonly Omit<
    import('../document/sections/template-sections.ts').TemplateSection,
    'guidance'
  >[];
}

/** The runtime ships without types of its own; these are those of the full package. */
declare module 'handlebars/runtime.js' {
  const runtime: Pick<typeof import('handlebars'), 'template'>;
  export default runtime;
}
