import type { Plugin } from 'vite';

/** The script of a component, as Astro names its module, and a copy that was made for it. */
const SCRIPT = /\/(\w+)\.astro\?.*type=script|\?of=(\w+)$/u;

/** What every page loads: the script of the frame, and the tools of `ui/` that it sets up. */
const FRAME = /\/ui\/[\w-]+\.client\.ts$|\/ui\/Base\.astro/u;

/** The one group of modules that scripts share; for Rolldown's `codeSplitting`. */
export const FRAME_GROUP = { name: 'Base', test: FRAME };

/**
 * Lets a page load two scripts, that of the frame and its own, where a bundler makes a third of what some pages' scripts share:
 * each gets a copy of its own of the few small modules, which have no state. A request costs a phone more than their bytes.
 */
export function twoScripts(): Plugin {
  return {
    name: 'two-scripts',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    async resolveId(source, importer, options) {
      const [, script, copy] = SCRIPT.exec(importer ?? '') ?? [];
      const owner = script ?? copy;
      if (owner === undefined || owner === 'Base' || !source.startsWith('.')) return undefined;
      const resolved = await this.resolve(source, importer?.replace(/\?.*/u, ''), { ...options, skipSelf: true });
      return resolved === null || FRAME.test(resolved.id) ? resolved : { ...resolved, id: `${resolved.id}?of=${owner}` };
    },
  };
}
