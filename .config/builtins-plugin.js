const IMPORT =
  /import\s*(?:([\w$]+)\s*,?\s*)?(?:\{([^}]*)\}|\*\s*as\s+([\w$]+))?\s*from\s*["'](node:[\w/]+|[a-z_/]+)["'];?/g;

/**
 * Rolldown plugin: Node's own modules are asked of the process instead of imported. An import statement
 * reads every export of the module, which takes a millisecond or more of each run; `node:process` even
 * opens the standard streams.
 */
export function builtinsWithoutImports() {
  return {
    name: 'builtins-without-imports',
    renderChunk(code) {
      return code.replace(IMPORT, (_, whole, names, namespace, module) => {
        const builtin = `process.getBuiltinModule(${JSON.stringify(module)})`;
        const parts = names?.replace(/\bas\b/g, ':').replace(/\s*:\s*/g, ':');
        const lines = [whole, namespace].filter(Boolean).map((name) => `const ${name}=${builtin};`);
        return [...lines, parts ? `const{${parts}}=${builtin};` : ''].join('');
      });
    },
  };
}
